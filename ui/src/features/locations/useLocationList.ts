import { useInfiniteQuery } from '@tanstack/react-query'
import { userKeys } from '../../access/queries'
import { backend } from '../../ipc/client'

/** The locations that the caller reaches and asked for, by name, one page after the other. */
export function useLocationList(customerId: string, search: string) {
  return useInfiniteQuery({
    queryKey: [...userKeys.locations(customerId, search), 'pages'],
    queryFn: ({ pageParam }) =>
      backend.listLocations(customerId, {
        search: search === '' ? null : search,
        id: [],
        cursor: pageParam,
        limit: null,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.page.next_cursor,
    placeholderData: (former) => former,
  })
}
