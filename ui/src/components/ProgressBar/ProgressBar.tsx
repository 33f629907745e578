import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components'
import styles from './ProgressBar.module.css'

export interface ProgressBarProps {
  /** What goes on. */
  label: string
  /** How far it is in words: "3 of 7". */
  valueText: string
  value: number
  max: number
}

/** Real progress of long work, with its count. */
export function ProgressBar({ label, valueText, value, max }: ProgressBarProps) {
  return (
    <AriaProgressBar
      value={value}
      maxValue={max}
      valueLabel={valueText}
      className={styles.progress ?? ''}
    >
      {({ percentage }) => (
        <>
          <Label className={styles.label ?? ''}>{label}</Label>
          <span className={styles.count}>{valueText}</span>
          <span className={styles.track}>
            <span
              className={styles.fill}
              style={{ transform: `scaleX(${(percentage ?? 0) / 100})` }}
            />
          </span>
        </>
      )}
    </AriaProgressBar>
  )
}
