import { ahead } from '../../app/ahead'
import { PAGE_ROWS } from '../../components/DataTable/measures'
import { backend, type Role, type UserRow } from '../../ipc/client'
import { BY_NAME, NO_FILTERS, toQuery } from './list/userQuery'

/** What the list of users shows first. */
export interface FirstPage {
  rows: readonly UserRow[]
  total: number | null
  roles: readonly Role[]
  /** Whether another provider lets people in, too. */
  external: boolean
}

/** Everybody, from the beginning of the list. */
export const firstUsers = ahead((customerId) =>
  backend.listUsers(customerId, toQuery(NO_FILTERS, BY_NAME, null, PAGE_ROWS)),
)

/** The roles of the customer. */
export const firstRoles = ahead(
  async (customerId) => (await backend.listRoles(customerId, { count: false })).items,
)

/** How one can sign in at this service. */
export const firstWays = ahead(() => backend.listSignInWays())

/** Asks for what the list of users shows first, before that screen is there. */
export async function askFirstPage(customerId: string): Promise<FirstPage> {
  const [{ items, page }, roles, ways] = await Promise.all([
    firstUsers.ask(customerId),
    firstRoles.ask(customerId),
    // The list does without.
    firstWays.ask(customerId).catch(() => null),
  ])
  return { rows: items, total: page.total, roles, external: Boolean(ways?.external) }
}
