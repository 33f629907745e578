import { useQuery } from '@tanstack/react-query'
import { backend, type Permission } from '../ipc/client'

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

export function useRoles(customerId: string) {
  return useQuery({
    queryKey: userKeys.roles(customerId),
    queryFn: async () => (await backend.listRoles(customerId, { count: false })).items,
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
