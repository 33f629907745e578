import type { ReactNode } from 'react'
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components'
import styles from './RowList.module.css'

/** Pixels that a row has until it is measured. */
const ROW_HEIGHT = 68

export interface RowListProps<Item> {
  /** The name of the list. */
  label: string
  items: readonly Item[]
  itemKey: (item: Item) => string
  /** The words that stand for a row where it is spoken of as a whole. */
  itemName: (item: Item) => string
  /** Enter on a row, or a press outside of its buttons. */
  onAction: (key: string) => void
  /** What stands in place of rows. */
  empty: ReactNode
  children: (item: Item) => ReactNode
}

/**
 * Rows that each hold more than cells, as many as there are: only those in sight are drawn. Arrows walk
 * through them, and sideways through the buttons of one.
 */
export function RowList<Item>(props: RowListProps<Item>) {
  const { label, items, itemKey, itemName, onAction, empty, children } = props
  return (
    <div className={styles.frame}>
      <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: ROW_HEIGHT }}>
        <GridList
          aria-label={label}
          className={styles.list}
          items={items.map((item) => ({ id: itemKey(item), item }))}
          dependencies={[children]}
          onAction={(key) => onAction(String(key))}
          renderEmptyState={() => empty}
        >
          {({ id, item }) => (
            <GridListItem id={id} textValue={itemName(item)} className={styles.row}>
              {children(item)}
            </GridListItem>
          )}
        </GridList>
      </Virtualizer>
    </div>
  )
}
