import { useInfiniteQuery } from '@tanstack/react-query'
import type { PageInfo } from '../../ipc/client'

/** A list of the service, one page after the other. */
export function usePages<T>(
  queryKey: readonly unknown[],
  fetchPage: (cursor: string | null) => Promise<{ items: T[]; page: PageInfo }>,
) {
  const query = useInfiniteQuery({
    queryKey: [...queryKey, 'pages'],
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.page.next_cursor,
    placeholderData: (former) => former,
  })
  return { ...query, items: query.data?.pages.flatMap(({ items }) => items) ?? [] }
}

/** What `usePages` gives. */
export type Pages<T> = ReturnType<typeof usePages<T>>
