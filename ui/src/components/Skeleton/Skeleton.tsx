import styles from './Skeleton.module.css'

/**
 * Stands where something will be, in its size. Fades in after 300 ms, so that fast answers show no
 * flicker. Hidden from screen readers: the surroundings say that they are busy.
 */
export function Skeleton({
  width = '100%',
  height = '0.875rem',
}: {
  width?: string
  height?: string
}) {
  return <span className={styles.skeleton} style={{ width, height }} aria-hidden />
}
