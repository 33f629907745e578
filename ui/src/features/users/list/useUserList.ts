import { useRef, useState } from 'react'
import { useDebounced } from '../../../app/useDebounced'
import { useCursorWindow } from '../../../components'
import { backend, type UserRow } from '../../../ipc/client'
import { gather, LARGEST_PAGE } from './gather'
import { type Narrowed, userList } from './userList'
import { BY_NAME, NO_FILTERS, toQuery, type UserFilters, type UserSort } from './userQuery'

/** How long typing must pause before the service is asked, in milliseconds. */
const PAUSE = 180

/**
 * The list of users, at first narrowed as asked: what is asked, what came back, and what is selected in it.
 * With `keptAt` the one that was kept at that moment is read.
 */
export function useUserList(
  customerId: string,
  narrowed: Narrowed = NO_FILTERS,
  keptAt: string | null = null,
) {
  const [filters, setFilters] = useState<UserFilters>({ ...NO_FILTERS, ...narrowed })
  const [sort, setSort] = useState<UserSort>(BY_NAME)
  const [selection, setSelection] = useState<ReadonlyMap<string, UserRow>>(new Map())
  const search = useDebounced(filters.search, PAUSE)
  const asked = { ...filters, search }
  const rows = useCursorWindow(userList(customerId, asked, sort, keptAt))
  const fresh = new Map(rows.items.map((row) => [row.id, row]))
  const [gathering, setGathering] = useState(false)
  // Counts the lists that were asked for: what was gathered of an earlier one is not selected.
  const lists = useRef(0)

  /** Selects everybody whom the filters let through; `false` if they are too many by now. */
  const selectAll = async (): Promise<boolean> => {
    const list = lists.current
    setGathering(true)
    try {
      const all = await gather((cursor) =>
        backend.listUsers(customerId, toQuery(asked, sort, cursor, LARGEST_PAGE)),
      )
      if (all && lists.current === list) {
        setSelection(new Map(all.map((row) => [row.id, row])))
      }
      return all !== null
    } finally {
      setGathering(false)
    }
  }

  return {
    ...rows,
    /** Names the list that is shown: another one starts at the top. */
    key: JSON.stringify([customerId, asked, sort]),
    filters,
    /** What one sees is what one acts on, so other filters start a new selection. */
    setFilters: (next: UserFilters) => {
      lists.current += 1
      setFilters(next)
      setSelection(new Map())
    },
    sort,
    setSort,
    /** The selected rows as last read, also those that have been scrolled out of the window. */
    selected: [...selection].map(([id, row]) => fresh.get(id) ?? row),
    selectedIds: new Set(selection.keys()) as ReadonlySet<string>,
    select: (ids: ReadonlySet<string>) => {
      const next = new Map<string, UserRow>()
      for (const id of ids) {
        const row = fresh.get(id) ?? selection.get(id)
        if (row) {
          next.set(id, row)
        }
      }
      setSelection(next)
    },
    selectAll,
    gathering,
    clearSelection: () => setSelection(new Map()),
  }
}

/** What `useUserList` gives. */
export type UserList = ReturnType<typeof useUserList>
