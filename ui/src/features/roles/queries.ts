import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { userKeys } from '../../access/queries'
import { backend, type Permission } from '../../ipc/client'

/** Holders that are read at once. */
const HOLDERS = 20

/** The roles with their members counted. */
export function useCountedRoles(customerId: string) {
  return useQuery({
    queryKey: [...userKeys.roles(customerId), 'counted'],
    queryFn: async () => (await backend.listRoles(customerId, { count: true })).items,
  })
}

/** One role, with what deleting it would do. */
export function useRole(customerId: string, roleId: string) {
  return useQuery({
    queryKey: [...userKeys.roles(customerId), 'one', roleId],
    queryFn: () => backend.readRole(customerId, roleId),
  })
}

/** Who may do something, page by page. */
export function useHolders(customerId: string, permission: Permission) {
  return useInfiniteQuery({
    queryKey: [...userKeys.all(customerId), 'holders', permission],
    queryFn: ({ pageParam }) =>
      backend.listHolders(customerId, permission, {
        location_id: null,
        terminal_id: null,
        cursor: pageParam,
        limit: HOLDERS,
        count: pageParam === null,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ page }) => page.next_cursor,
  })
}

/** Reads roles and users again, after a change of a role. */
export function useRolesChanged(customerId: string) {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: userKeys.roles(customerId) }),
      client.invalidateQueries({ queryKey: userKeys.all(customerId) }),
    ])
}
