import { infiniteQueryOptions, type QueryKey, useInfiniteQuery } from '@tanstack/react-query'

/** A page as the service gives it. */
interface Page<Item> {
  items: Item[]
  page: { next_cursor: string | null; previous_cursor: string | null; total: number | null }
}

/** Pages held at once: together at most 1,000 rows. */
const PAGES_HELD = 10

/** A list as it is asked for. */
export interface CursorList<Item> {
  queryKey: QueryKey
  /** Asks for one page; `null` is the first. Ask for `PAGE_ROWS` rows. */
  fetchPage: (cursor: string | null) => Promise<Page<Item>>
  /** When the rows were read, where that was not just now; in milliseconds since 1970. */
  readAt?: number
}

/** How the pages of a list are read and kept. */
export function pagesOf<Item>({ queryKey, fetchPage, readAt }: CursorList<Item>) {
  return infiniteQueryOptions({
    queryKey,
    ...(readAt !== undefined && { meta: { readAt } }),
    queryFn: ({ pageParam }: { pageParam: string | null }) => fetchPage(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page<Item>) => last.page.next_cursor,
    getPreviousPageParam: (first: Page<Item>) => first.page.previous_cursor,
    maxPages: PAGES_HELD,
  })
}

/**
 * A window onto a list of any length that slides over cursors in both directions: pages that are
 * far away are let go and fetched again when one comes back.
 */
export function useCursorWindow<Item>(list: CursorList<Item>) {
  const query = useInfiniteQuery({ ...pagesOf(list), placeholderData: (former) => former })
  const pages = query.data?.pages ?? []
  return {
    items: pages.flatMap((page) => page.items),
    /** The number of rows in all, where the first page asked for it. */
    total: pages.find((page) => page.page.total !== null)?.page.total ?? null,
    state: query.isPending
      ? ('loading' as const)
      : query.isError && pages.length === 0
        ? ('failed' as const)
        : ('ready' as const),
    error: query.error,
    /** What is shown belongs to the former search while the new one is on its way. */
    isStale: query.isPlaceholderData,
    /** When what is shown was read, in milliseconds since 1970. */
    updatedAt: query.dataUpdatedAt,
    retry: () => void query.refetch(),
    onNearStart: () => {
      if (query.hasPreviousPage && !query.isFetching) {
        void query.fetchPreviousPage()
      }
    },
    onNearEnd: () => {
      if (query.hasNextPage && !query.isFetching) {
        void query.fetchNextPage()
      }
    },
  }
}
