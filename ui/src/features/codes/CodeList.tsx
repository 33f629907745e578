import { useRef, useState } from 'react'
import { EmptyState, MenuItem, RowList, RowMenu } from '../../components'
import type { VaultEntry } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { CodeRow } from './CodeRow'
import { nameOf } from './names'

/** What a row asks the screen to do. */
export type RowAction = 'pin' | 'edit' | 'remove'

/** The accounts with their codes, and one menu for all of them. */
export function CodeList({
  entries,
  typed,
  hide,
  spent,
  onTake,
  onAction,
}: {
  entries: readonly VaultEntry[]
  /** What they were found by. */
  typed: string
  /** Whether codes are shown only while one points at them. */
  hide: boolean
  /** The counted code that was taken last. */
  spent: { id: string; code: string } | null
  onTake: (id: string) => void
  onAction: (action: RowAction, entry: VaultEntry) => void
}) {
  const { text } = useL10n()
  const anchor = useRef<Element>(null)
  const [chosen, setChosen] = useState<VaultEntry | null>(null)
  const name = (entry: VaultEntry) => nameOf(entry, text('codes-unnamed'))
  return (
    <>
      <RowList
        label={text('codes-list')}
        items={entries}
        search={typed}
        itemKey={({ id }) => id}
        itemName={name}
        onAction={onTake}
        empty={
          <EmptyState icon="search" title={text('codes-none-found', { typed: typed.trim() })}>
            {text('codes-none-found-hint')}
          </EmptyState>
        }
      >
        {(entry) => (
          <CodeRow
            entry={entry}
            hide={hide}
            spent={spent?.id === entry.id ? spent.code : undefined}
            menuOpen={chosen?.id === entry.id}
            onMenu={(button) => {
              anchor.current = button
              setChosen(entry)
            }}
          />
        )}
      </RowList>
      {chosen && (
        <RowMenu
          anchor={anchor}
          label={text('codes-more', { name: name(chosen) })}
          onAction={(id) => onAction(id as RowAction, chosen)}
          onClose={() => setChosen(null)}
        >
          <MenuItem id="pin" icon="pin">
            {text(chosen.pinned ? 'codes-unpin' : 'codes-pin')}
          </MenuItem>
          <MenuItem id="edit" icon="edit">
            {text('codes-edit')}
          </MenuItem>
          <MenuItem id="remove" icon="delete" tone="danger">
            {text('codes-remove')}
          </MenuItem>
        </RowMenu>
      )}
    </>
  )
}
