import { useState } from 'react'
import { useDebounced } from '../../app/useDebounced'
import { Checkbox, SearchField, TagGroup } from '../../components'
import type { Location } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { useLocations } from '../queries'
import styles from './Scope.module.css'
import type { Named } from './scopeChoice'

const PAUSE = 180

/** Finds locations by name, website, address or terminal number, and keeps the chosen ones in sight. */
export function LocationPicker({
  customerId,
  may,
  chosen,
  error,
  onChange,
}: {
  customerId: string
  /** Whether the locations of the customer may be seen. */
  may: boolean
  chosen: readonly Named[]
  error: string | undefined
  onChange: (chosen: Named[]) => void
}) {
  const { text, problem } = useL10n()
  const [search, setSearch] = useState('')
  const { data } = useLocations(customerId, useDebounced(search.trim(), PAUSE), may)
  const found = data?.items ?? []
  if (!may) {
    return (
      <p>{problem({ code: 'permission_missing', params: { permission: 'locations.view' } })}</p>
    )
  }
  return (
    <fieldset className={styles.locations} aria-invalid={error !== undefined}>
      <legend className={styles.legend}>
        {text('locations-chosen', { count: chosen.length })}
      </legend>
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      {chosen.length > 0 && (
        <TagGroup
          label={text('locations-chosen', { count: chosen.length })}
          tags={chosen.map(({ id, name }) => ({ id, label: name }))}
          onRemove={(id) => onChange(chosen.filter((each) => each.id !== id))}
          removeLabel={(name) => text('locations-remove', { name })}
        />
      )}
      <SearchField
        label={text('locations-search')}
        placeholder={text('locations-search-placeholder')}
        clearLabel={text('users-search-clear')}
        value={search}
        onChange={setSearch}
      />
      <div className={styles.found}>
        {found.map((location) => (
          <Checkbox
            key={location.id}
            isSelected={chosen.some(({ id }) => id === location.id)}
            description={whereIs(location)}
            onChange={(on) =>
              onChange(
                on
                  ? [...chosen, { id: location.id, name: location.name }]
                  : chosen.filter(({ id }) => id !== location.id),
              )
            }
          >
            {location.name}
          </Checkbox>
        ))}
        {data && found.length === 0 && (
          <p className={styles.none}>{text('locations-none-found', { search })}</p>
        )}
      </div>
      {data?.page.next_cursor && <p className={styles.none}>{text('locations-more')}</p>}
    </fieldset>
  )
}

/** Where a location is, in one line. */
export function whereIs({ website, street, postcode, city }: Location): string {
  const town = [postcode, city].filter((part) => part !== null).join(' ')
  return [website, street, town].filter((part) => part !== null && part !== '').join(' · ')
}
