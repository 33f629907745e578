import { useState } from 'react'
import { providerKeys } from '../../../app/providerKeys'
import { useDebounced } from '../../../app/useDebounced'
import { Button, EmptyState } from '../../../components'
import { backend } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { Listed } from '../Listed'
import styles from '../Provider.module.css'
import { PAUSE, SearchBox } from '../SearchBox'
import { usePages } from '../usePages'
import { PlaceCard } from './PlaceCard'
import { PlaceDialog } from './PlaceDialog'

/** The locations of a customer with their terminals, to be made and changed (S61, S62). */
export function PlacesTab({ customerId }: { customerId: string }) {
  const { text } = useL10n()
  const [typed, setTyped] = useState('')
  const [adding, setAdding] = useState(false)
  const search = useDebounced(typed.trim(), PAUSE)
  const pages = usePages(providerKeys.locations(customerId, search), (cursor) =>
    backend.listProviderLocations(customerId, {
      search: search === '' ? null : search,
      id: [],
      cursor,
      limit: null,
    }),
  )
  return (
    <div className={styles.part}>
      <div className={styles.header}>
        <Button icon="add" onPress={() => setAdding(true)}>
          {text('provider-add-location')}
        </Button>
        <SearchBox
          label={text('locations-search')}
          placeholder={text('locations-search-placeholder')}
          value={typed}
          onChange={setTyped}
        />
      </div>
      <Listed
        pages={pages}
        label={text('screen-locations')}
        failed={text('locations-failed')}
        empty={
          search === '' ? (
            <EmptyState icon="location" title={text('locations-none')}>
              {text('provider-no-locations-why')}
            </EmptyState>
          ) : (
            <EmptyState
              icon="search"
              title={text('locations-none-found', { search })}
              action={<Button onPress={() => setTyped('')}>{text('users-search-clear')}</Button>}
            />
          )
        }
      >
        {(location) => <PlaceCard key={location.id} customerId={customerId} location={location} />}
      </Listed>
      {adding && (
        <PlaceDialog customerId={customerId} location={null} onClose={() => setAdding(false)} />
      )}
    </div>
  )
}
