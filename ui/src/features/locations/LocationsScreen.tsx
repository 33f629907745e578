import { useRef, useState } from 'react'
import { useMembership } from '../../app/session'
import { useDebounced } from '../../app/useDebounced'
import { Button, EmptyState, ErrorState, SearchField, Skeleton } from '../../components'
import { IpcFailure } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { GroupsSection } from './GroupsSection'
import { LocationCard } from './LocationCard'
import styles from './LocationsScreen.module.css'
import { RequestButton } from './requests/RequestButton'
import { RequestsSection } from './requests/RequestsSection'
import { useLocationList } from './useLocationList'

/** How long typing must pause before the service is asked, in milliseconds. */
const PAUSE = 180
/** The longest search, as the service takes it. */
const MAX_SEARCH = 100

/**
 * The locations that one reaches, with their terminals and who can act there (L6), and the way to ask for
 * another one (L7).
 */
export function LocationsScreen() {
  const { text, problem } = useL10n()
  const { customer, scope } = useMembership()
  const [typed, setTyped] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const search = useDebounced(typed.trim(), PAUSE)
  const list = useLocationList(customer.id, search)
  const locations = list.data?.pages.flatMap(({ items }) => items) ?? []

  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        <h1>{text('screen-locations')}</h1>
        <div className={styles.search}>
          <SearchField
            label={text('locations-search')}
            placeholder={text('locations-search-placeholder')}
            clearLabel={text('users-search-clear')}
            inputRef={input}
            value={typed}
            maxLength={MAX_SEARCH}
            onChange={setTyped}
          />
        </div>
        <RequestButton />
      </header>
      <p className={styles.soft}>
        {text(scope.kind === 'all' ? 'locations-hint' : 'locations-hint-limited')}
      </p>
      <RequestsSection />
      {/* What is searched for are locations. */}
      {typed.trim() === '' && <GroupsSection />}
      {list.isError && list.data === undefined ? (
        <ErrorState
          title={text('locations-failed')}
          action={<Button onPress={() => void list.refetch()}>{text('users-retry')}</Button>}
        >
          {problem(IpcFailure.from(list.error))}
        </ErrorState>
      ) : list.isPending ? (
        <div className={styles.waiting} aria-busy>
          <Skeleton height="6rem" />
          <Skeleton height="6rem" />
        </div>
      ) : locations.length > 0 ? (
        <ul className={styles.list} aria-label={text('screen-locations')}>
          {locations.map((location) => (
            <LocationCard key={location.id} location={location} />
          ))}
        </ul>
      ) : search === '' ? (
        <EmptyState icon="location" title={text('locations-none')}>
          {text(scope.kind === 'none_yet' ? 'scope-none_yet-description' : 'locations-none-why')}
        </EmptyState>
      ) : (
        <EmptyState
          icon="search"
          title={text('locations-none-found', { search })}
          action={
            <Button
              onPress={() => {
                setTyped('')
                input.current?.focus()
              }}
            >
              {text('users-search-clear')}
            </Button>
          }
        />
      )}
      {list.hasNextPage && (
        <div>
          <Button busy={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            {text('locations-show-more')}
          </Button>
        </div>
      )}
    </div>
  )
}
