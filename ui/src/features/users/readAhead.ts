import type { QueryClient } from '@tanstack/react-query'
import { rolesOf } from '../../access/queries'
import { pagesOf } from '../../components'
import { firstRoles, firstUsers, firstWays } from './firstPage'
import { narrowedBy, userList } from './list/userList'
import { BY_NAME, NO_FILTERS } from './list/userQuery'
import type { UsersSearch } from './search'
import { SIGN_IN_WAYS } from './signInWays'

/** Reads what the rows of the list show, so that it is there when the screen is drawn. */
export async function readUsersAhead(
  queries: QueryClient,
  customerId: string,
  search: UsersSearch,
): Promise<void> {
  const asked = { ...NO_FILTERS, ...narrowedBy(search) }
  const pages = pagesOf(userList(customerId, asked, BY_NAME))
  await Promise.all([
    queries.prefetchInfiniteQuery(
      isEverybody(search) ? { ...pages, queryFn: () => firstUsers.take(customerId) } : pages,
    ),
    // A filter more where there is more than one: it stands there from the start.
    queries.prefetchQuery({ ...SIGN_IN_WAYS, queryFn: () => firstWays.take(customerId) }),
    queries.prefetchQuery({ ...rolesOf(customerId), queryFn: () => firstRoles.take(customerId) }),
  ])
}

function isEverybody({ role, status, location, factor }: UsersSearch): boolean {
  return [role, status, location, factor].every((narrowing) => narrowing === undefined)
}
