import type { AuditAction } from '../../ipc/types'

/** Whether each action is there to be filtered by: the compiler holds it against the service's. */
const ACTIONS = {
  customer_created: true,
  user_created: true,
  user_invited: true,
  user_activated: true,
  membership_accepted: true,
  membership_declined: true,
  membership_left: true,
  profile_changed: true,
  data_change_asked: true,
  data_change_applied: true,
  data_change_stopped: true,
  alias_changed: true,
  user_deactivated: true,
  user_reactivated: true,
  user_deleted: true,
  user_restored: true,
  user_erased: true,
  roles_changed: true,
  permissions_changed: true,
  scope_changed: true,
  role_created: true,
  role_changed: true,
  role_deleted: true,
  signed_in: true,
  sign_in_failed: true,
  user_locked: true,
  signed_out: true,
  refresh_reused: true,
  security_policy_changed: true,
  password_changed: true,
  password_reset_requested: true,
  password_reset_sent: true,
  password_reset: true,
  password_leaked: true,
  user_unlocked: true,
  activity_exported: true,
} satisfies Record<AuditAction, true>

/** Every action that the log knows. */
export const ALL_ACTIONS = Object.keys(ACTIONS) as AuditAction[]
