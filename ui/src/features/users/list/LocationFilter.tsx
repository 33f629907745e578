import { useState } from 'react'
import { useDebounced } from '../../../app/useDebounced'
import { FacetFilter, SearchField } from '../../../components'
import type { Location } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { useLocations } from '../queries'

const PAUSE = 180

/** Filters by location; with many of them, a search narrows what is offered. */
export function LocationFilter({
  customerId,
  selected,
  onChange,
  onNames,
}: {
  customerId: string
  selected: readonly string[]
  onChange: (selected: string[]) => void
  /** Tells the names of chosen locations, for the chips. */
  onNames: (locations: readonly Location[]) => void
}) {
  const { text } = useL10n()
  const [search, setSearch] = useState('')
  const { data } = useLocations(customerId, useDebounced(search, PAUSE))
  const found = data?.items ?? []
  return (
    <FacetFilter
      title={text('users-filter-location')}
      buttonText={text('users-filter-button', {
        name: text('users-filter-location'),
        count: selected.length,
      })}
      options={found.map(({ id, name }) => ({ id, label: name }))}
      selected={selected}
      onChange={(next) => {
        onNames(found)
        onChange(next)
      }}
      noneText={text('locations-none-found', { search })}
      search={
        <SearchField
          label={text('locations-search')}
          placeholder={text('locations-search')}
          clearLabel={text('users-search-clear')}
          value={search}
          onChange={setSearch}
        />
      }
    />
  )
}
