import type { ReactNode } from 'react'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  Header,
  MenuTrigger,
  Popover,
  type PopoverProps,
  type Selection,
  Text,
} from 'react-aria-components'
import { Icon } from '../Icon/Icon'
import type { IconName } from '../Icon/icons'
import { Kbd } from '../Kbd/Kbd'
import popover from '../Popover/Popover.module.css'
import rows from '../Rows/Rows.module.css'
import styles from './Menu.module.css'

export interface MenuButtonProps {
  /** The button that opens it. */
  trigger: ReactNode
  /** The name of the menu. */
  label: string
  placement?: PopoverProps['placement']
  onAction?: (id: string) => void
  children: ReactNode
}

/** A button with a menu. */
export function MenuButton({
  trigger,
  label,
  placement = 'bottom start',
  onAction,
  children,
}: MenuButtonProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={popover.popover} placement={placement}>
        <AriaMenu
          aria-label={label}
          className={styles.menu}
          {...(onAction && { onAction: (key) => onAction(String(key)) })}
        >
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

export interface MenuItemProps {
  id: string
  children: string
  icon?: IconName
  keys?: string
  tone?: 'danger'
  /** Which right is missing; shown below its name, with a lock. */
  lockedReason?: ReactNode
  /** Why there is nothing to do; shown below its name. */
  unavailableReason?: ReactNode
}

/** One thing to do, or one choice of a section. */
export function MenuItem(props: MenuItemProps) {
  const { id, children, icon, keys, tone, lockedReason, unavailableReason } = props
  const reason = lockedReason ?? unavailableReason
  return (
    <AriaMenuItem
      id={id}
      textValue={children}
      isDisabled={reason !== undefined}
      className={`${rows.row} ${styles.item} ${tone === 'danger' ? styles.danger : ''}`}
    >
      {({ isSelected, selectionMode }) => (
        <>
          {selectionMode !== 'none' ? (
            <span className={styles.mark}>{isSelected && <Icon name="check" />}</span>
          ) : (
            icon && <Icon name={lockedReason === undefined ? icon : 'locked'} />
          )}
          <span className={rows.words}>
            <Text slot="label">{children}</Text>
            {reason && (
              <Text slot="description" className={rows.detail}>
                {reason}
              </Text>
            )}
          </span>
          {keys && <Kbd>{keys}</Kbd>}
        </>
      )}
    </AriaMenuItem>
  )
}

export interface MenuChoicesProps {
  /** What is chosen here. */
  title: string
  selected: string
  onSelect: (id: string) => void
  children: ReactNode
}

/** A part of a menu in which exactly one item is chosen. */
export function MenuChoices({ title, selected, onSelect, children }: MenuChoicesProps) {
  return (
    <AriaMenuSection
      className={styles.section}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={(keys: Selection) => {
        const [first] = keys === 'all' ? [] : keys
        if (first !== undefined) {
          onSelect(String(first))
        }
      }}
    >
      <Header className={rows.title}>{title}</Header>
      {children}
    </AriaMenuSection>
  )
}

/** A part of a menu, set off by a line. */
export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <AriaMenuSection className={styles.section} aria-label={label}>
      {children}
    </AriaMenuSection>
  )
}
