import { useQuery, useQueryClient } from '@tanstack/react-query'
import { backend } from '../../ipc/client'

/** The keys under which answers about users are kept. */
export const userKeys = {
  all: (customerId: string) => ['users', customerId] as const,
  list: (customerId: string, query: unknown) => ['users', customerId, 'list', query] as const,
  one: (customerId: string, userId: string) => ['users', customerId, 'one', userId] as const,
  activity: (customerId: string, userId: string) =>
    ['users', customerId, 'activity', userId] as const,
  roles: (customerId: string) => ['roles', customerId] as const,
  permissions: () => ['permissions'] as const,
  locations: (customerId: string, search: string) => ['locations', customerId, search] as const,
}

export function useUser(customerId: string, userId: string) {
  return useQuery({
    queryKey: userKeys.one(customerId, userId),
    queryFn: () => backend.readUser(customerId, userId),
  })
}

export function useRoles(customerId: string) {
  return useQuery({
    queryKey: userKeys.roles(customerId),
    queryFn: async () => (await backend.listRoles(customerId)).items,
  })
}

/** The permission catalogue, which changes with a release of the service only. */
export function useCatalogue() {
  return useQuery({
    queryKey: userKeys.permissions(),
    queryFn: async () => (await backend.listPermissions()).items,
    staleTime: Number.POSITIVE_INFINITY,
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
