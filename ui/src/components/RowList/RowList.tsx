import { type ReactNode, useDeferredValue, useEffect, useRef } from 'react'
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components'
import { ROW_HEIGHT } from './measures'
import styles from './RowList.module.css'
import { useMedia } from './useMedia'

/** From here on all rows are of one height, and none has to be measured before it is drawn. */
const WIDE = '(width > 48rem)'

export interface RowListProps<Item extends object> {
  /** The name of the list. */
  label: string
  /** The same object for the same row: it is not drawn again then. */
  items: readonly Item[]
  /** What the rows are found by. The rows of another search begin at the top. */
  search: string
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
export function RowList<Item extends object>(props: RowListProps<Item>) {
  const { label, items, search, itemKey, itemName, onAction, empty, children } = props
  // React Aria takes every row in hand before it draws the first: of another search it gets those that fit
  // on the screen, and all of them right after.
  const drawn = useDeferredValue<string | null>(search, null)
  const wide = useMedia(WIDE)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (drawn !== search) {
      // After the virtualizer has moved to where there are rows, and before anything is painted.
      requestAnimationFrame(() => list.current?.scrollTo(0, 0))
    }
  }, [drawn, search])
  const rows = drawn === search ? items : items.slice(0, Math.ceil(window.innerHeight / ROW_HEIGHT))
  return (
    <div className={styles.frame}>
      <Virtualizer
        layout={ListLayout}
        layoutOptions={wide ? { rowHeight: ROW_HEIGHT } : { estimatedRowHeight: ROW_HEIGHT }}
      >
        <GridList
          ref={list}
          aria-label={label}
          className={styles.list}
          items={rows}
          dependencies={[children]}
          onAction={(key) => onAction(String(key))}
          renderEmptyState={() => empty}
        >
          {(item) => (
            <GridListItem id={itemKey(item)} textValue={itemName(item)} className={styles.row}>
              {children(item)}
            </GridListItem>
          )}
        </GridList>
      </Virtualizer>
    </div>
  )
}
