import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { backend, type Permission } from '../ipc/client'

/** The keys under which answers about users are kept. */
export const userKeys = {
  all: (customerId: string) => ['users', customerId] as const,
  list: (customerId: string, query: unknown) => ['users', customerId, 'list', query] as const,
  offline: (customerId: string) => ['users', customerId, 'offline'] as const,
  one: (customerId: string, userId: string) => ['users', customerId, 'one', userId] as const,
  activity: (customerId: string, userId: string) =>
    ['users', customerId, 'activity', userId] as const,
  roles: (customerId: string) => ['roles', customerId] as const,
  permissions: () => ['permissions'] as const,
  locations: (customerId: string, search: string) => ['locations', customerId, search] as const,
  locationNames: (customerId: string, ids: readonly string[]) =>
    ['locations', customerId, 'named', ids] as const,
  locationGroups: (customerId: string) => ['location-groups', customerId] as const,
  locationGroup: (customerId: string, id: string) => ['location-groups', customerId, id] as const,
}

/** The roles of a customer. */
export const rolesOf = (customerId: string) =>
  queryOptions({
    queryKey: userKeys.roles(customerId),
    queryFn: async () => (await backend.listRoles(customerId, { count: false })).items,
  })

export function useRoles(customerId: string) {
  return useQuery(rolesOf(customerId))
}

/** The permission catalogue, which changes with a release of the service only. */
export function useCatalogue() {
  return useQuery({
    queryKey: userKeys.permissions(),
    queryFn: async () => (await backend.listPermissions()).items,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Why a user may do something, or not. */
export function useExplanation(customerId: string, userId: string, permission: Permission) {
  return useQuery({
    queryKey: [...userKeys.one(customerId, userId), 'why', permission],
    queryFn: () =>
      backend.explainAccess(customerId, userId, permission, {
        location_id: null,
        terminal_id: null,
      }),
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
        id: [],
        cursor: null,
        limit: LOCATIONS_SHOWN,
      }),
    placeholderData: (former) => former,
    enabled,
  })
}

/** How many locations are asked for by id at once. */
const NAMED_AT_ONCE = 100

/** What locations are called; one that the caller may not know of is called by its id. */
export function useLocationNames(customerId: string, ids: readonly string[], enabled = true) {
  return useQuery({
    queryKey: userKeys.locationNames(customerId, ids),
    queryFn: async () => {
      const names = new Map<string, string>()
      for (let start = 0; start < ids.length; start += NAMED_AT_ONCE) {
        const { items } = await backend.listLocations(customerId, {
          search: null,
          id: ids.slice(start, start + NAMED_AT_ONCE),
          cursor: null,
          limit: NAMED_AT_ONCE,
        })
        for (const { id, name } of items) {
          names.set(id, name)
        }
      }
      return ids.map((id) => ({ id, name: names.get(id) ?? id }))
    },
    enabled,
  })
}

/** The groups of locations that lie within one's own. */
export function useLocationGroups(customerId: string, enabled = true) {
  return useQuery({
    queryKey: userKeys.locationGroups(customerId),
    queryFn: async () => (await backend.listLocationGroups(customerId)).items,
    enabled,
  })
}

/** Reads everything about users again, after any change. */
export function useUsersChanged(customerId: string) {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: userKeys.all(customerId) })
}
