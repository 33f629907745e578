import type { AuditAction } from '../../ipc/types'

/** Whether each action is there to be filtered by: the compiler holds it against the service's. */
const ACTIONS = {
  customer_created: true,
  user_created: true,
  user_invited: true,
  user_activated: true,
  membership_accepted: true,
  user_deactivated: true,
  user_reactivated: true,
  roles_changed: true,
  permissions_changed: true,
  role_created: true,
  role_changed: true,
  role_deleted: true,
  signed_in: true,
  sign_in_failed: true,
  user_locked: true,
  signed_out: true,
  refresh_reused: true,
  activity_exported: true,
} satisfies Record<AuditAction, true>

/** Every action that the log knows. */
export const ALL_ACTIONS = Object.keys(ACTIONS) as AuditAction[]
