import styles from './BarChart.module.css'

export interface ChartColumn {
  id: string
  label: string
  /** The values of the first and the second row of marks, stacked. */
  values: readonly [number, number]
  /** The values as they are read. */
  shown: readonly [string, string]
}

/** Two numbers for each day, stacked. The second one is hatched, so that no colour has to tell it. */
export function ColumnChart({
  title,
  summary,
  headings,
  columns,
}: {
  title: string
  /** The sum in words. */
  summary: string
  headings: readonly [label: string, first: string, second: string]
  columns: readonly ChartColumn[]
}) {
  const most = Math.max(1, ...columns.map(({ values: [first, second] }) => first + second))
  const share = (value: number) => `${(value / most) * 100}%`
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <span className={styles.title}>{title}</span>
        <span className={styles.summary}>{summary}</span>
        <span className={styles.legend} aria-hidden="true">
          <span className={`${styles.key} ${styles.first}`} />
          {headings[1]}
          <span className={`${styles.key} ${styles.second}`} />
          {headings[2]}
        </span>
      </figcaption>
      <div className={styles.plot} aria-hidden="true">
        {columns.map(({ id, label, values: [first, second], shown }) => (
          <span
            key={id}
            className={styles.column}
            title={`${label}\n${headings[1]}: ${shown[0]}\n${headings[2]}: ${shown[1]}`}
          >
            <span className={styles.second} style={{ blockSize: share(second) }} />
            <span className={styles.first} style={{ blockSize: share(first) }} />
          </span>
        ))}
      </div>
      <div className={styles.ends} aria-hidden="true">
        <span>{columns[0]?.label}</span>
        <span>{columns.at(-1)?.label}</span>
      </div>
      <table className="unseen">
        <caption>{title}</caption>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map(({ id, label, shown }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td>{shown[0]}</td>
              <td>{shown[1]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
