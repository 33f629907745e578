import styles from './QrCode.module.css'

export interface QrCodeProps {
  /** How many squares it is wide and high. */
  size: number
  /** The dark squares, as the `d` of a path. */
  path: string
  label: string
}

/** The quiet zone that readers need around a code, in squares. */
const QUIET = 4

/** A QR code: dark on light in every look, since readers expect it so. */
export function QrCode({ size, path, label }: QrCodeProps) {
  const whole = size + 2 * QUIET
  return (
    <svg
      className={styles.code}
      viewBox={`${-QUIET} ${-QUIET} ${whole} ${whole}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect x={-QUIET} y={-QUIET} width={whole} height={whole} className={styles.ground} />
      <path d={path} className={styles.squares} />
    </svg>
  )
}
