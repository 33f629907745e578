import { useSession } from '../../../app/session'
import { Button, EmptyState, ErrorState } from '../../../components'
import { IpcFailure } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { hasChips, inBin, isNarrowed, NO_FILTERS, type UserFilters } from './userQuery'

/** Nobody to show: at first use it teaches, after a search it says what was searched. */
export function NoUsers({
  filters,
  onClear,
  onAdd,
}: {
  filters: UserFilters
  onClear: (filters: UserFilters) => void
  onAdd: () => void
}) {
  const { text } = useL10n()
  const { can } = useSession()
  const search = filters.search.trim()
  if (!isNarrowed(filters)) {
    return (
      <EmptyState
        icon="users"
        title={text('users-empty-title')}
        action={
          can('users.manage') && (
            <Button variant="primary" icon="addUser" onPress={onAdd}>
              {text('users-add')}
            </Button>
          )
        }
      >
        {text('users-empty-why')}
      </EmptyState>
    )
  }
  if (inBin(filters) && search === '') {
    return (
      <EmptyState
        icon="delete"
        title={text('life-bin-empty-title')}
        action={<Button onPress={() => onClear(NO_FILTERS)}>{text('users-show-all')}</Button>}
      >
        {text('life-bin-empty-why')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon="search"
      title={search === '' ? text('users-none-filtered') : text('users-none-found', { search })}
      action={<Button onPress={() => onClear(NO_FILTERS)}>{text('users-show-all')}</Button>}
    >
      {text(hasChips(filters) ? 'users-none-hint-filters' : 'users-none-hint-search')}
    </EmptyState>
  )
}

/** The list could not be read. */
export function FailedList({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { text, problem } = useL10n()
  return (
    <ErrorState
      title={text('users-failed')}
      action={
        <Button icon="retry" onPress={onRetry}>
          {text('users-retry')}
        </Button>
      }
    >
      {problem(IpcFailure.from(error))}
    </ErrorState>
  )
}
