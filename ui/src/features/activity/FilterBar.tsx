import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSession } from '../../app/session'
import { useDebounced } from '../../app/useDebounced'
import { FacetFilter, SearchField, TagGroup } from '../../components'
import { type AuditAction, backend } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './ActivityScreen.module.css'
import type { ActivitySearch } from './search'
import { TimeFilter } from './TimeFilter'
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
        <TimeFilter search={search} onChange={onChange} />
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
        second_factor: [],
        sign_in_way: [],
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
