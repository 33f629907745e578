import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useOnline } from '../../../app/connection'
import { useSavedFilters } from '../../../app/savedFilters'
import { IconButton, MenuButton, MenuGroup, MenuItem } from '../../../components'
import type { SavedFilter } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { isNarrowed, type UserFilters } from '../list/userQuery'
import { KeptFiltersDialog } from './KeptFiltersDialog'
import { SaveFilterDialog } from './SaveFilterDialog'

const SAVE = 'save'
const MANAGE = 'manage'

/** Filters that one keeps: put on, the present one kept, others renamed and given up. */
export function SavedFilters({
  customerId,
  filters,
  asked,
  onApply,
}: {
  customerId: string
  filters: UserFilters
  /** The one that the address asks for. */
  asked: string | undefined
  onApply: (saved: SavedFilter) => void
}) {
  const { text, problem } = useL10n()
  const online = useOnline()
  const navigate = useNavigate()
  const { data: kept = [], refetch } = useSavedFilters(customerId)
  const [open, setOpen] = useState<typeof SAVE | typeof MANAGE | null>(null)
  const offline = online ? undefined : problem({ code: 'offline' })

  // As it is now: a role or location of it may have gone since it was read.
  const apply = async (id: string) => {
    const { data = kept } = await refetch()
    const saved = data.find((each) => each.id === id)
    if (saved) {
      onApply(saved)
    }
  }
  // Once for each address that asks: it goes on asking until it has been replaced.
  const answered = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (answered.current !== asked) {
      answered.current = asked
      if (asked !== undefined) {
        void apply(asked)
        // The filters may change from here on; the address would say something else than the screen.
        void navigate({ to: '/users', replace: true })
      }
    }
  })

  return (
    <>
      <MenuButton
        label={text('filters-title')}
        onAction={(id) => {
          if (id === SAVE || id === MANAGE) {
            setOpen(id)
          } else {
            void apply(id)
          }
        }}
        trigger={<IconButton icon="filter" label={text('filters-title')} />}
      >
        {kept.length > 0 && (
          <MenuGroup label={text('filters-title')}>
            {kept.map(({ id, name }) => (
              <MenuItem key={id} id={id}>
                {name}
              </MenuItem>
            ))}
          </MenuGroup>
        )}
        <MenuGroup label={text('filters-present')}>
          <MenuItem
            id={SAVE}
            icon="add"
            {...heldBy(offline ?? (isNarrowed(filters) ? undefined : text('filters-none-on')))}
          >
            {text('filters-save')}
          </MenuItem>
          <MenuItem
            id={MANAGE}
            icon="edit"
            {...heldBy(offline ?? (kept.length > 0 ? undefined : text('filters-none-kept')))}
          >
            {text('filters-manage')}
          </MenuItem>
        </MenuGroup>
      </MenuButton>
      {open === SAVE && (
        <SaveFilterDialog customerId={customerId} filters={filters} onClose={() => setOpen(null)} />
      )}
      {open === MANAGE && (
        <KeptFiltersDialog customerId={customerId} kept={kept} onClose={() => setOpen(null)} />
      )}
    </>
  )
}

function heldBy(reason: string | undefined) {
  return reason === undefined ? {} : { unavailableReason: reason }
}
