import { useRef } from 'react'
import checkbox from '../Checkbox/Checkbox.module.css'
import { Icon } from '../Icon/Icon'
import { clipped } from './clipped'
import type { DataColumn, DataSort } from './DataTable'
import styles from './DataTable.module.css'
import { HEADER_HEIGHT, LEAST_WIDTH, ROW_HEIGHT } from './measures'
import look from './TableLook.module.css'
import { useShownColumns } from './useShownColumns'

/** The rows of a table as they will look, before it is there: with boxes to select them, as many as fit. */
export function TableLook<Item>({
  columns: all,
  items,
  itemKey,
  sort,
}: {
  columns: readonly DataColumn<Item>[]
  items: readonly Item[]
  itemKey: (item: Item) => string
  sort: DataSort
}) {
  const frame = useRef<HTMLDivElement>(null)
  const columns = useShownColumns(frame, all)
  const widths = columns.map(({ width = '1fr', minWidth = LEAST_WIDTH }) =>
    typeof width === 'number' ? `${width}px` : `minmax(${minWidth}px, ${width})`,
  )
  const gridTemplateColumns = ['48px', ...widths].join(' ')
  return (
    <div ref={frame} className={styles.frame}>
      <div className={look.rows}>
        <div className={look.row} style={{ height: HEADER_HEIGHT, gridTemplateColumns }}>
          <div className={`${styles.header} ${look.behind}`} />
          <span className={styles.heading}>
            <Box />
          </span>
          {columns.map(({ id, title }) => (
            <span key={id} className={styles.heading}>
              <span className={styles.title}>
                {clipped(title)}
                {id === sort.column && <Icon name={sort.order} size={12} />}
              </span>
            </span>
          ))}
        </div>
        {items.map((item) => (
          <div
            key={itemKey(item)}
            className={look.row}
            style={{ height: ROW_HEIGHT, gridTemplateColumns }}
            data-row
          >
            <div className={`${styles.row} ${look.behind}`} />
            <span className={styles.cell}>
              <Box />
            </span>
            {columns.map((column) => (
              <span key={column.id} className={styles.cell}>
                {clipped(column.cell(item))}
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}

function Box() {
  return (
    <span className={checkbox.checkbox}>
      <span className={checkbox.box} />
    </span>
  )
}
