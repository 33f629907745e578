import type { QueryClient } from '@tanstack/react-query'
import { rolesOf } from '../../access/queries'
import { pagesOf } from '../../components'
import { narrowedBy, userList } from './list/userList'
import { BY_NAME, NO_FILTERS } from './list/userQuery'
import type { UsersSearch } from './search'

/** Reads what the rows of the list show, so that it is there when the screen is drawn. */
export async function readUsersAhead(
  queries: QueryClient,
  customerId: string,
  search: UsersSearch,
): Promise<void> {
  const asked = { ...NO_FILTERS, ...narrowedBy(search) }
  await Promise.all([
    queries.prefetchInfiniteQuery(pagesOf(userList(customerId, asked, BY_NAME))),
    queries.prefetchQuery(rolesOf(customerId)),
  ])
}
