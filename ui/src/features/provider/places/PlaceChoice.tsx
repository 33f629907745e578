import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { providerKeys } from '../../../app/providerKeys'
import { useDebounced } from '../../../app/useDebounced'
import { ComboBox } from '../../../components'
import { backend } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { addressLine } from '../../../places/placeDraft'
import { PAUSE } from '../SearchBox'

/** How many locations are offered at once; further ones are found by typing. */
const SHOWN = 50

interface Named {
  id: string
  name: string
}

/** One of the customer's locations, found by name, address or terminal number. */
export function PlaceChoice({
  customerId,
  chosen,
  error,
  onChoose,
}: {
  customerId: string
  chosen: Named
  error: string | undefined
  onChoose: (place: Named) => void
}) {
  const { text } = useL10n()
  const [typed, setTyped] = useState(chosen.name)
  const search = useDebounced(typed === chosen.name ? '' : typed.trim(), PAUSE)
  const { data } = useQuery({
    queryKey: [...providerKeys.locations(customerId, search), 'choice'],
    queryFn: () =>
      backend.listProviderLocations(customerId, {
        search: search === '' ? null : search,
        id: [],
        cursor: null,
        limit: SHOWN,
      }),
    placeholderData: (former) => former,
  })
  const found = data?.items ?? []
  const options = found.map((place) => ({
    id: place.id,
    label: place.name,
    description: addressLine(place),
  }))
  return (
    <ComboBox
      label={text('provider-terminal-place')}
      error={error}
      options={
        options.some(({ id }) => id === chosen.id)
          ? options
          : [{ id: chosen.id, label: chosen.name }, ...options]
      }
      narrowedElsewhere
      selected={chosen.id}
      inputValue={typed}
      onInputChange={setTyped}
      onSelect={(id) => {
        const place = found.find((each) => each.id === id)
        if (place) {
          onChoose({ id, name: place.name })
          setTyped(place.name)
        }
      }}
      noneText={text('locations-none-found', { search: typed })}
    />
  )
}
