import type { Me, OwnMembership, Preferences } from '../ipc/client'

/** The membership one works with at first, or goes on working with. */
export function membershipOf(me: Me, preferences: Preferences): OwnMembership | null {
  return (
    me.memberships.find(({ customer }) => customer.id === preferences.customer_id) ??
    me.memberships[0] ??
    null
  )
}
