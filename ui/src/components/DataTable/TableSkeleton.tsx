import { Skeleton } from '../Skeleton/Skeleton'
import styles from './DataTable.module.css'

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const WIDTHS = ['70%', '85%', '45%', '60%', '50%', '40%', '55%']

/** Rows that will be. */
export function TableSkeleton({ columns }: { columns: number }) {
  return (
    <div className={styles.skeleton}>
      {ROWS.map((row) => (
        <div key={row} className={styles.skeletonRow}>
          {WIDTHS.slice(0, columns).map((width) => (
            <Skeleton key={width} width={width} />
          ))}
        </div>
      ))}
    </div>
  )
}
