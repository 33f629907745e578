import type { UserPage, UserRow } from '../../../ipc/types'

/** The most users of one selection. */
export const MAX_SELECTED = 1_000

/** The most rows that the service gives at once (`crates/domain/src/directory_query.rs`). */
export const LARGEST_PAGE = 200

/**
 * Everybody whom a filter lets through, page by page, or `null` if they are more than one selection
 * holds. What is gathered is frozen: whoever comes later is not in it.
 */
export async function gather(
  fetchPage: (cursor: string | null) => Promise<UserPage>,
): Promise<UserRow[] | null> {
  const rows = new Map<string, UserRow>()
  let cursor: string | null = null
  do {
    const { items, page }: UserPage = await fetchPage(cursor)
    for (const row of items) {
      rows.set(row.id, row)
    }
    cursor = page.next_cursor
  } while (cursor !== null && rows.size <= MAX_SELECTED)
  return rows.size > MAX_SELECTED ? null : [...rows.values()]
}
