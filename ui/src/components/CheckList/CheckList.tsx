import {
  GridList,
  GridListItem,
  ListLayout,
  type Selection,
  Virtualizer,
} from 'react-aria-components'
import { Checkbox } from '../Checkbox/Checkbox'
import styles from './CheckList.module.css'

/** Pixels that a row has. */
const ROW_HEIGHT = 52
/** How many rows are in sight at most; the others are scrolled to. */
const MOST_IN_SIGHT = 6

/** One thing that can be ticked. */
export interface CheckItem {
  id: string
  title: string
  detail?: string
  /** Why it cannot be ticked. */
  heldReason?: string | undefined
}

export interface CheckListProps {
  /** The name of the list. */
  label: string
  items: readonly CheckItem[]
  checked: ReadonlySet<string>
  onCheck: (checked: Set<string>) => void
  autoFocus?: boolean
}

/** Many things of which some are ticked: only those in sight are drawn. */
export function CheckList({ label, items, checked, onCheck, autoFocus = false }: CheckListProps) {
  const free = items.filter(({ heldReason }) => heldReason === undefined).map(({ id }) => id)
  const height = Math.min(items.length, MOST_IN_SIGHT + 0.5) * ROW_HEIGHT
  return (
    <div className={styles.frame}>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW_HEIGHT }}>
        <GridList
          aria-label={label}
          className={styles.list}
          autoFocus={autoFocus}
          style={{ height }}
          items={items}
          selectionMode="multiple"
          selectedKeys={checked}
          disabledKeys={items.filter(({ heldReason }) => heldReason).map(({ id }) => id)}
          dependencies={[checked]}
          onSelectionChange={(keys: Selection) =>
            onCheck(new Set(keys === 'all' ? free : [...keys].map(String)))
          }
        >
          {({ id, title, detail, heldReason }) => (
            <GridListItem id={id} textValue={title} className={styles.row}>
              <Checkbox slot="selection" />
              <span className={styles.words}>
                <bdi className={styles.title}>{title}</bdi>
                {detail !== undefined && <bdi className={styles.detail}>{detail}</bdi>}
              </span>
              {heldReason !== undefined && <span className={styles.held}>{heldReason}</span>}
            </GridListItem>
          )}
        </GridList>
      </Virtualizer>
    </div>
  )
}
