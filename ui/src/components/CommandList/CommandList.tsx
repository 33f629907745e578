import type { ReactNode } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
  Text,
} from 'react-aria-components'
import dialog from '../Dialog/Dialog.module.css'
import { Icon } from '../Icon/Icon'
import type { IconName } from '../Icon/icons'
import { Kbd } from '../Kbd/Kbd'
import rows from '../Rows/Rows.module.css'
import styles from './CommandList.module.css'
import { holdsWords } from './holdsWords'

/** Something to do or to go to. */
export interface Command {
  id: string
  name: string
  detail?: string
  /** Further words that find it, and are not shown. */
  words?: string
  icon: IconName
  keys?: string
  /** Why it cannot be done; it is shown all the same, in grey. */
  lockedReason?: ReactNode
  run: () => void
}

/** Commands of one kind. */
export interface CommandSection {
  id: string
  title: string
  /** They match what was typed already, by other means than their name. */
  matched?: boolean
  commands: readonly Command[]
}

export interface CommandListProps {
  open: boolean
  onClose: () => void
  label: string
  placeholder: string
  /** Said when nothing matches. */
  noneText: string
  typed: string
  onType: (typed: string) => void
  sections: readonly CommandSection[]
}

/** A field over a list of commands: type, arrows, Enter. */
export function CommandList(props: CommandListProps) {
  const { open, onClose, label, placeholder, noneText, typed, onType } = props
  const sections = props.sections
    .map((section) => ({
      ...section,
      commands: section.commands.filter(
        ({ name, words = '' }) => section.matched === true || holdsWords(`${name} ${words}`, typed),
      ),
    }))
    .filter(({ commands }) => commands.length > 0)
  const run = (key: string) => {
    const command = sections.flatMap(({ commands }) => commands).find(({ id }) => id === key)
    if (command && command.lockedReason === undefined) {
      onClose()
      command.run()
    }
  }
  return (
    <ModalOverlay
      className={dialog.overlay}
      isOpen={open}
      onOpenChange={(next) => !next && onClose()}
      isDismissable
    >
      <Modal className={`${dialog.modal} ${dialog.medium}`}>
        <Dialog className={styles.dialog} aria-label={label}>
          <Autocomplete inputValue={typed} onInputChange={onType}>
            <SearchField aria-label={label} autoFocus className={styles.field}>
              <Icon name="search" size={20} />
              <Input className={styles.input} placeholder={placeholder} />
              <Kbd>Esc</Kbd>
            </SearchField>
            <Menu
              aria-label={label}
              className={styles.list}
              onAction={(key) => run(String(key))}
              renderEmptyState={() => <p className={styles.none}>{noneText}</p>}
            >
              {sections.map((section) => (
                <MenuSection key={section.id} className={styles.section}>
                  <Header className={rows.title}>{section.title}</Header>
                  {section.commands.map((command) => (
                    <Item key={command.id} {...command} />
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Item({ id, name, detail, icon, keys, lockedReason }: Command) {
  const locked = lockedReason !== undefined
  const more = lockedReason ?? detail
  return (
    <MenuItem id={id} textValue={name} isDisabled={locked} className={`${rows.row} ${styles.item}`}>
      <Icon name={locked ? 'locked' : icon} />
      <span className={rows.words}>
        <Text slot="label">{name}</Text>
        {more && (
          <Text slot="description" className={rows.detail}>
            {more}
          </Text>
        )}
      </span>
      {keys && !locked && <Kbd>{keys}</Kbd>}
    </MenuItem>
  )
}
