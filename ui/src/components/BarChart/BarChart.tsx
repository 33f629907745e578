import { Icon } from '../Icon/Icon'
import type { IconName } from '../Icon/icons'
import type { Tone } from '../StatusBadge/StatusBadge'
import styles from './BarChart.module.css'

export interface Bar {
  id: string
  label: string
  value: number
  /** The value as it is read. */
  shown: string
  tone: Tone
  icon: IconName
}

/**
 * A table whose rows draw their numbers as bars: whoever does not see the bars reads the table, and the
 * colour says nothing that label and symbol do not. Why no library: `docs/decisions/0011-charts.md`.
 */
export function BarChart({
  title,
  headings,
  bars,
  emptyText,
}: {
  title: string
  headings: readonly [label: string, value: string]
  bars: readonly Bar[]
  emptyText: string
}) {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <table className={styles.table}>
      <caption className={styles.title}>{title}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{headings[0]}</th>
          <th scope="col">{headings[1]}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ id, label, value, shown, tone, icon }) => (
          <tr key={id} className={styles.row}>
            <th scope="row" className={styles.label}>
              <Icon name={icon} size={14} />
              {label}
            </th>
            <td className={styles.value}>
              <span className={styles.track} aria-hidden="true">
                <span
                  className={`${styles.bar} ${styles[tone]}`}
                  style={{ inlineSize: `${(value / most) * 100}%` }}
                />
              </span>
              <span className={styles.number}>{shown}</span>
            </td>
          </tr>
        ))}
        {bars.length === 0 && (
          <tr>
            <td colSpan={2}>{emptyText}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
