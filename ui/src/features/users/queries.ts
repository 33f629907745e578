import { useQuery, useQueryClient } from '@tanstack/react-query'
import { userKeys } from '../../access/queries'
import { backend } from '../../ipc/client'

export { useCatalogue, useRoles, userKeys } from '../../access/queries'

export function useUser(customerId: string, userId: string) {
  return useQuery({
    queryKey: userKeys.one(customerId, userId),
    queryFn: () => backend.readUser(customerId, userId),
  })
}

/** The most locations that a picker or filter lists at once; further ones are found by searching. */
const LOCATIONS_SHOWN = 50

export function useLocations(customerId: string, search: string, enabled = true) {
  return useQuery({
    queryKey: userKeys.locations(customerId, search),
    queryFn: () =>
      backend.listLocations(customerId, {
        search: search === '' ? null : search,
        cursor: null,
        limit: LOCATIONS_SHOWN,
      }),
    placeholderData: (former) => former,
    enabled,
  })
}

/** Reads everything about users again, after any change. */
export function useUsersChanged(customerId: string) {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: userKeys.all(customerId) })
}
