import type { QueryClient } from '@tanstack/react-query'
import { readUsersAhead } from '../features/users'
import type { StartUp, WasAt } from '../ipc/client'
import { membershipOf } from './membershipOf'
import { router } from './router'

/** How long a start waits for what the first screen shows; after that its outline is drawn. */
const PATIENCE_MS = 400

/**
 * Opens the address that a person was at before the app was started anew for an update. Somebody else at this
 * desk begins at the beginning.
 */
export function comeBack(to: WasAt | null, person: string | undefined): void {
  if (to !== null && to.user_id === person) {
    router.history.replace(to.address)
    // Nobody listens to the addresses yet.
    router.updateLatestLocation()
  }
}

/**
 * Reads the first screen and what it shows before anything is drawn: one drawing of the whole, instead
 * of an outline and then the rows. What fails is asked for again by the screen, which says so.
 */
export async function readFirstScreen(queries: QueryClient, start: StartUp): Promise<void> {
  const membership = start.me && membershipOf(start.me, start.preferences)
  if (!membership) {
    return
  }
  comeBack(start.was_at, start.me?.user_id)
  const { pathname, search } = router.latestLocation
  const asksUsers = pathname === '/users' && membership.permissions.includes('users.view')
  const read = Promise.all([
    router.load(),
    asksUsers && readUsersAhead(queries, membership.customer.id, search),
  ])
  await Promise.race([read, new Promise((done) => setTimeout(done, PATIENCE_MS))])
}
