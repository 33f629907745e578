import styles from './TwoLines.module.css'

/** A text in a row of the table, in two lines where one is too short: as much as fits. */
export function TwoLines({ children }: { children: string }) {
  return <span className={styles.lines}>{children}</span>
}
