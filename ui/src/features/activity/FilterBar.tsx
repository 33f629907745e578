import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSession } from '../../app/session'
import { useDebounced } from '../../app/useDebounced'
import {
  Button,
  FacetFilter,
  MenuButton,
  MenuChoices,
  MenuItem,
  SearchField,
  TagGroup,
} from '../../components'
import { type AuditAction, backend } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './ActivityScreen.module.css'
import { type ActivitySearch, SPANS, type Span } from './search'
import { useSubjectName } from './useSubjectName'

const PAUSE = 180
const PEOPLE_SHOWN = 20

/** What the log is narrowed to: whom it is about, what was done, since when. */
export function FilterBar({
  customerId,
  actions,
  search,
  onChange,
}: {
  customerId: string
  /** Every action there is. */
  actions: readonly AuditAction[]
  search: ActivitySearch
  onChange: (next: ActivitySearch) => void
}) {
  const { text } = useL10n()
  const { can } = useSession()
  const chosen = search.action ?? []
  const name = useSubjectName(customerId, search.about)
  const span = search.span ?? 'all'
  const chips = [
    ...(search.about === undefined ? [] : [{ id: 'about', label: name }]),
    ...chosen.map((action) => ({ id: action, label: text(`audit-${action}`) })),
  ]
  return (
    <div className={styles.filters}>
      <div className={styles.controls}>
        {can('users.view') && (
          <PersonFilter
            customerId={customerId}
            about={search.about}
            onChange={(about) => onChange({ ...search, about })}
          />
        )}
        <FacetFilter
          title={text('activity-filter-action')}
          buttonText={text('users-filter-button', {
            name: text('activity-filter-action'),
            count: chosen.length,
          })}
          options={actions.map((id) => ({ id, label: text(`audit-${id}`) }))}
          selected={chosen}
          onChange={(next) => onChange({ ...search, action: next as AuditAction[] })}
          noneText=""
        />
        <MenuButton
          label={text('activity-filter-time')}
          trigger={
            <Button size="small" variant={span === 'all' ? 'quiet' : 'secondary'} opens>
              {text(`activity-span-${span}`)}
            </Button>
          }
        >
          <MenuChoices
            title={text('activity-filter-time')}
            selected={span}
            onSelect={(next) => onChange({ ...search, span: next as Span })}
          >
            {SPANS.map((one) => (
              <MenuItem key={one} id={one}>
                {text(`activity-span-${one}`)}
              </MenuItem>
            ))}
          </MenuChoices>
        </MenuButton>
      </div>
      {chips.length > 0 && (
        <TagGroup
          label={text('users-filters-on')}
          tags={chips}
          onRemove={(chip) =>
            onChange(
              chip === 'about'
                ? { ...search, about: undefined }
                : { ...search, action: chosen.filter((action) => action !== chip) },
            )
          }
          removeLabel={(removed) => text('users-filter-remove', { name: removed })}
        />
      )}
    </div>
  )
}

/** One person: who did it, or to whom it was done. */
function PersonFilter({
  customerId,
  about,
  onChange,
}: {
  customerId: string
  about: string | undefined
  onChange: (about: string | undefined) => void
}) {
  const { text } = useL10n()
  const [typed, setTyped] = useState('')
  const words = useDebounced(typed, PAUSE).trim()
  const { data } = useQuery({
    queryKey: ['users', customerId, 'activity-people', words],
    queryFn: () =>
      backend.listUsers(customerId, {
        search: words === '' ? null : words,
        status: [],
        role: [],
        location: [],
        kind: null,
        origin: [],
        never_signed_in: false,
        idle_days: null,
        sort: 'name',
        order: 'ascending',
        cursor: null,
        limit: PEOPLE_SHOWN,
        count: false,
      }),
    placeholderData: (former) => former,
  })
  return (
    <FacetFilter
      title={text('activity-filter-person')}
      buttonText={text('users-filter-button', {
        name: text('activity-filter-person'),
        count: about === undefined ? 0 : 1,
      })}
      options={(data?.items ?? []).map((user) => ({
        id: user.id,
        label: `${user.given_name} ${user.family_name}`,
      }))}
      selected={about === undefined ? [] : [about]}
      onChange={(next) => onChange(next.find((id) => id !== about))}
      noneText={text('activity-nobody-found')}
      search={
        <SearchField
          label={text('activity-person-search')}
          placeholder={text('activity-person-search')}
          clearLabel={text('users-search-clear')}
          value={typed}
          onChange={setTyped}
        />
      }
    />
  )
}
