import { type ReactNode, type RefObject, useRef } from 'react'
import { Menu as AriaMenu, Button, Popover } from 'react-aria-components'
import { Icon } from '../Icon/Icon'
import button from '../IconButton/IconButton.module.css'
import popover from '../Popover/Popover.module.css'
import styles from './Menu.module.css'

/**
 * The button of a row that opens the menu that all rows of a list share. A menu and a tooltip in each row cost a
 * third of the time in which a list is drawn.
 */
export function RowMenuButton({
  label,
  isOpen,
  onOpen,
}: {
  /** Its name for everyone: whose row. */
  label: string
  /** Whether the menu stands open at this row. */
  isOpen: boolean
  onOpen: (anchor: Element) => void
}) {
  const ref = useRef<HTMLButtonElement>(null)
  return (
    <Button
      ref={ref}
      aria-label={label}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      className={button.button ?? ''}
      onPress={() => ref.current && onOpen(ref.current)}
    >
      <Icon name="more" />
    </Button>
  )
}

/** The menu of the row whose button was pressed. It holds `MenuItem`s; the focus goes back to the row. */
export function RowMenu({
  anchor,
  label,
  onAction,
  onClose,
  children,
}: {
  /** The button of the row. */
  anchor: RefObject<Element | null>
  label: string
  onAction: (id: string) => void
  onClose: () => void
  children: ReactNode
}) {
  return (
    <Popover
      aria-label={label}
      isOpen
      onOpenChange={onClose}
      triggerRef={anchor}
      className={popover.popover ?? ''}
      placement="bottom end"
    >
      <AriaMenu
        aria-label={label}
        autoFocus="first"
        className={styles.menu ?? ''}
        onAction={(key) => onAction(String(key))}
        onClose={onClose}
      >
        {children}
      </AriaMenu>
    </Popover>
  )
}
