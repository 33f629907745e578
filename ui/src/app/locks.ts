import type { Permission } from '../ipc/types'

/** The refusals that somebody else can help with, each with the permission that shows who. */
export const HELPED: Record<string, Permission | null> = {
  // The one that is missing.
  permission_missing: null,
  own_access: 'administrators.manage',
  target_holds_more: 'administrators.manage',
  request_limited: 'administrators.manage',
}

/** Further refusals that end as soon as somebody else gives a right, or does it in one's place. */
const LOCKS = ['grants_more', 'outside_locations', 'own_change', 'not_independent']

/** Whether a refusal is a lock: a right is missing. Every other one says that there is nothing to do. */
export function isLock(code: string): boolean {
  return code in HELPED || LOCKS.includes(code)
}
