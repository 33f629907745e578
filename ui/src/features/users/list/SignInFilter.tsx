import { FacetFilter } from '../../../components'
import { useL10n } from '../../../l10n'
import type { UserFilters } from './userQuery'

/** Days without a sign-in that are offered. */
const DAYS = [30, 60, 90, 180, 365]
const NEVER = 'never'

/** Filters by the last sign-in: never, or not for so many days. Both together widen each other. */
export function SignInFilter({
  filters,
  onChange,
}: {
  filters: UserFilters
  onChange: (filters: UserFilters) => void
}) {
  const { text, number } = useL10n()
  const { neverSignedIn, idleDays } = filters
  const title = text('filters-sign-in')
  const present = idleDays === null ? [] : [String(idleDays)]
  const selected = [...(neverSignedIn ? [NEVER] : []), ...present]
  // A kept filter may ask for another number than is offered.
  const days = idleDays === null || DAYS.includes(idleDays) ? DAYS : [...DAYS, idleDays]
  return (
    <FacetFilter
      title={title}
      buttonText={text('users-filter-button', { name: title, count: selected.length })}
      options={[
        { id: NEVER, label: text('filters-sign-in-never') },
        ...days.map((count) => ({
          id: String(count),
          label: text('filters-sign-in-idle', { days: number(count) }),
        })),
      ]}
      selected={selected}
      onChange={(values) => {
        // One number at a time: 30 days say all that 90 say.
        const added = values.find((id) => id !== NEVER && !present.includes(id))
        const kept = values.find((id) => present.includes(id))
        const chosen = added ?? kept
        onChange({
          ...filters,
          neverSignedIn: values.includes(NEVER),
          idleDays: chosen === undefined ? null : Number(chosen),
        })
      }}
      noneText=""
    />
  )
}
