import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocationNames, userKeys } from '../../access/queries'
import { backend } from '../../ipc/client'

/** One group, with whom a change of it concerns and what its locations are called. */
export function useGroup(customerId: string, id: string | null) {
  const detail = useQuery({
    queryKey: [...userKeys.locationGroup(customerId, id ?? ''), 'counted'],
    queryFn: () => backend.readLocationGroup(customerId, id ?? ''),
    enabled: id !== null,
    // Who has it, and the version that a change is held against, are of the moment it is opened.
    gcTime: 0,
  })
  const ids = detail.data?.location_ids ?? []
  const names = useLocationNames(customerId, ids, ids.length > 0)
  return { detail: detail.data, places: names.data, error: detail.error ?? names.error }
}

/** Reads groups, locations and users again, after a change of a group. */
export function useGroupsChanged(customerId: string) {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: userKeys.locationGroups(customerId) }),
      client.invalidateQueries({ queryKey: userKeys.all(customerId) }),
    ])
}
