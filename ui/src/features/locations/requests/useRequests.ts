import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useMembership, useSession } from '../../../app/session'
import { backend } from '../../../ipc/client'

/** How many requests are shown at first, and how many more each time. */
const PAGE = 5

function keyOf(customerId: string) {
  return ['location-requests', customerId]
}

/** Whether somebody may ask for locations, and see what became of it. */
export function useMayRequest(): boolean {
  const { can } = useSession()
  return useMembership().scope.kind === 'all' && can('account.settings')
}

/** What the customer asked for: those that wait first, then the newest. */
export function useRequests() {
  const customerId = useMembership().customer.id
  return useInfiniteQuery({
    queryKey: keyOf(customerId),
    queryFn: ({ pageParam }) =>
      backend.listLocationRequests(customerId, { cursor: pageParam, limit: PAGE }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.page.next_cursor,
    enabled: useMayRequest(),
  })
}

/** Reads the requests again, after any change. */
export function useRequestsChanged(): () => Promise<unknown> {
  const queries = useQueryClient()
  const customerId = useMembership().customer.id
  return () => queries.invalidateQueries({ queryKey: keyOf(customerId) })
}
