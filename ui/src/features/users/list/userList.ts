import { userKeys } from '../../../access/queries'
import { type CursorList, PAGE_ROWS } from '../../../components'
import { backend, type UserRow } from '../../../ipc/client'
import type { UsersSearch } from '../search'
import { toQuery, type UserFilters, type UserSort } from './userQuery'

/** How an address narrows the list. */
export type Narrowed = Pick<UserFilters, 'role' | 'status' | 'location' | 'factor'>

/** The filters that an address asks for. */
export function narrowedBy({ role, status, location, factor }: UsersSearch): Narrowed {
  return {
    role: role === undefined ? [] : [role],
    status: status === undefined ? [] : [status],
    location: location === undefined ? [] : [location],
    factor: factor ?? [],
  }
}

/** The users of a customer, filtered and sorted: as the service has them, or as they were kept at a moment. */
export function userList(
  customerId: string,
  asked: UserFilters,
  sort: UserSort,
  keptAt: string | null = null,
): CursorList<UserRow> {
  const read = keptAt === null ? backend.listUsers : backend.listOfflineUsers
  return {
    queryKey: userKeys.list(customerId, keptAt === null ? [asked, sort] : [asked, sort, keptAt]),
    fetchPage: (cursor) => read(customerId, toQuery(asked, sort, cursor, PAGE_ROWS)),
    ...(keptAt !== null && { readAt: Date.parse(keptAt) }),
  }
}
