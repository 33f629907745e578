import { useQuery } from '@tanstack/react-query'
import { FacetFilter } from '../../../components'
import type { ListedWay, UserCounts } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { SIGN_IN_WAYS } from '../signInWays'
import { inWay } from './countOf'
import { type UserFilters, WAYS, withFacet } from './userQuery'

/** Filters by the way of signing in, where the service offers more than one. */
export function WayFilter({
  filters,
  counts,
  onChange,
}: {
  filters: UserFilters
  counts: UserCounts | undefined
  onChange: (filters: UserFilters) => void
}) {
  const { text, number } = useL10n()
  const ways = useQuery(SIGN_IN_WAYS)
  // A kept filter may ask for it where the provider is gone: it can be taken off.
  if (!ways.data?.external && filters.way.length === 0) {
    return null
  }
  const title = text('users-filter-way')
  const label = (way: ListedWay) => {
    const name = text(`listed-way-${way}`)
    const count = inWay(counts, way)
    return count === null ? name : text('life-count', { name, count: number(count) })
  }
  return (
    <FacetFilter
      title={title}
      buttonText={text('users-filter-button', { name: title, count: filters.way.length })}
      options={WAYS.map((id) => ({ id, label: label(id) }))}
      selected={filters.way}
      onChange={(values) => onChange(withFacet(filters, 'way', values))}
      noneText=""
    />
  )
}
