import { type ReactNode, useRef } from 'react'
import {
  Column as AriaColumn,
  Cell,
  ResizableTableContainer,
  Row,
  type Selection,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  useTableOptions,
  Virtualizer,
} from 'react-aria-components'
import { Checkbox } from '../Checkbox/Checkbox'
import { Icon } from '../Icon/Icon'
import { clipped } from './clipped'
import styles from './DataTable.module.css'
import { HEADER_HEIGHT, LEAST_WIDTH, ROW_HEIGHT } from './measures'
import { TableSkeleton } from './TableSkeleton'
import { tableKeys } from './tableKeys'
import { useFirstRows } from './useFirstRows'
import { useRange } from './useRange'
import { useShownColumns } from './useShownColumns'
import { useSteadyScroll } from './useSteadyScroll'

/** One column. */
export interface DataColumn<Item> {
  id: string
  title: string
  cell: (item: Item) => ReactNode
  /** Share of the room that is left, such as "2fr", or a fixed number of pixels. */
  width?: `${number}fr` | number
  /** In pixels. */
  minWidth?: number
  sortable?: boolean
  /** Read aloud with every cell of the row. Exactly one column has it. */
  rowHeader?: boolean
  /** Left out while the table is narrower than this many pixels. */
  hideBelow?: number
}

export interface DataSort {
  column: string
  order: 'ascending' | 'descending'
}

export interface DataTableProps<Item> {
  /** The name of the table. */
  label: string
  columns: readonly DataColumn<Item>[]
  /** At most 1,000: a window onto the list, see `useCursorWindow`. */
  items: readonly Item[]
  itemKey: (item: Item) => string
  /** The words that stand for a row where it is spoken of as a whole. */
  itemName: (item: Item) => string
  /** Changes when the list becomes another one (search, filter, sort): it then starts at the top. */
  listKey: string
  /** `loading` is for the first page only; keep showing what there is while it is refreshed. */
  state: 'loading' | 'ready' | 'failed'
  empty: ReactNode
  failed: ReactNode
  sort?: DataSort
  onSortChange?: (sort: DataSort) => void
  selected?: ReadonlySet<string>
  onSelect?: (selected: ReadonlySet<string>) => void
  /** Enter, or a press while nothing is selected. */
  onOpen?: (key: string) => void
  /** The row whose details are shown beside the table. */
  openKey?: string | null
  /** Called when one scrolls near an end of the window. */
  onNearStart?: () => void
  onNearEnd?: () => void
}

/**
 * The only table of the app: virtualised, walked with arrows or j and k, selected with x, Space or
 * the checkboxes, with Shift for a range, opened with Enter.
 */
export function DataTable<Item>(props: DataTableProps<Item>) {
  const { label, items, itemKey, itemName, listKey, state, sort, selected, onSelect } = props
  const scroller = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const columns = useShownColumns(frame, props.columns)
  const keys = items.map(itemKey)
  const onScroll = useSteadyScroll(scroller, keys, listKey, props)
  const drawn = useFirstRows(items)
  const range = useRange(keys, selected ?? NONE, onSelect)

  return (
    <div
      ref={frame}
      className={styles.frame}
      onKeyDownCapture={tableKeys}
      onClickCapture={range.onClickCapture}
      data-data-table
    >
      <ResizableTableContainer
        ref={scroller}
        className={styles.scroller}
        onScrollCapture={onScroll}
      >
        <Virtualizer
          layout={TableLayout}
          layoutOptions={{ rowHeight: ROW_HEIGHT, headingHeight: HEADER_HEIGHT }}
        >
          <Table
            aria-label={label}
            aria-busy={state === 'loading'}
            className={styles.table}
            selectionMode={onSelect ? 'multiple' : 'none'}
            selectedKeys={selected ?? []}
            onSelectionChange={(keys: Selection) => range.onSelected(keysOf(keys, items, itemKey))}
            onRowAction={(key) => props.onOpen?.(String(key))}
            sortDescriptor={sort && { column: sort.column, direction: sort.order }}
            onSortChange={({ column, direction }) =>
              props.onSortChange?.({ column: String(column), order: direction })
            }
          >
            <Head columns={columns} />
            <TableBody
              items={drawn.map((item) => ({ id: itemKey(item), item }))}
              dependencies={[columns, props.openKey]}
              renderEmptyState={() => <Nothing {...props} />}
            >
              {({ id, item }) => (
                <Row
                  id={id}
                  textValue={itemName(item)}
                  className={styles.row}
                  data-open={id === props.openKey || undefined}
                >
                  {onSelect && (
                    <Cell className={styles.cell}>
                      <Checkbox slot="selection" />
                    </Cell>
                  )}
                  {columns.map((column) => (
                    <Cell key={column.id} className={styles.cell}>
                      {clipped(column.cell(item))}
                    </Cell>
                  ))}
                </Row>
              )}
            </TableBody>
          </Table>
        </Virtualizer>
      </ResizableTableContainer>
    </div>
  )
}

function Head<Item>({ columns }: { columns: readonly DataColumn<Item>[] }) {
  const { selectionMode } = useTableOptions()
  return (
    <TableHeader className={styles.header}>
      {selectionMode === 'multiple' && (
        <AriaColumn width={48} minWidth={48} className={styles.heading}>
          <Checkbox slot="selection" />
        </AriaColumn>
      )}
      {columns.map((column) => (
        <AriaColumn
          key={column.id}
          id={column.id}
          isRowHeader={column.rowHeader}
          allowsSorting={column.sortable}
          width={column.width ?? '1fr'}
          minWidth={column.minWidth ?? LEAST_WIDTH}
          className={styles.heading}
        >
          {({ sortDirection }) => (
            <span className={styles.title}>
              {clipped(column.title)}
              {sortDirection && <Icon name={sortDirection} size={12} />}
            </span>
          )}
        </AriaColumn>
      ))}
    </TableHeader>
  )
}

function Nothing<Item>({ state, empty, failed, columns }: DataTableProps<Item>) {
  if (state === 'loading') {
    return <TableSkeleton columns={columns.length} />
  }
  return state === 'failed' ? failed : empty
}

const NONE: ReadonlySet<string> = new Set()

/** "All" means all rows that are loaded: what one can see is what one acts on. */
function keysOf<Item>(
  keys: Selection,
  items: readonly Item[],
  itemKey: (item: Item) => string,
): ReadonlySet<string> {
  return new Set(keys === 'all' ? items.map(itemKey) : [...keys].map(String))
}
