import { useQuery } from '@tanstack/react-query'
import { userKeys } from '../../access/queries'
import { useDebounced } from '../../app/useDebounced'
import { backend } from '../../ipc/client'
import { toCountQuery, type UserFilters } from './list/userQuery'

export {
  useCatalogue,
  useLocationGroups,
  useLocationNames,
  useLocations,
  useRoles,
  userKeys,
  useUsersChanged,
} from '../../access/queries'

export function useUser(customerId: string, userId: string) {
  return useQuery({
    queryKey: userKeys.one(customerId, userId),
    queryFn: () => backend.readUser(customerId, userId),
  })
}

/** How many users the filters other than the status let through, by status. */
export function useUserCounts(customerId: string, filters: UserFilters) {
  const asked = toCountQuery(filters)
  const query = useDebounced(asked.search ?? '', 300)
  const narrowed = { ...asked, search: query === '' ? null : query }
  return useQuery({
    queryKey: [...userKeys.all(customerId), 'counts', narrowed],
    queryFn: () => backend.countUsers(customerId, narrowed),
    placeholderData: (former) => former,
  })
}
