import type {
  OwnMembership,
  Params,
  Role,
  UserAction,
  UserRow,
  UserStatusKind,
} from '../../../ipc/types'
import type { ButtonAction } from '../useUserActions'

/** Why an action is not possible, as the service would say it. */
export interface Refusal {
  code: string
  params: Params
}

/** Who asks, and what the roles of the customer allow. */
export interface Asking {
  userId: string
  membership: OwnMembership
  roles: readonly Role[]
}

/** Statuses in which each action makes sense. */
const POSSIBLE: Record<ButtonAction, (status: UserStatusKind) => boolean> = {
  // crates/domain/src/invitation.rs `is_due`
  invite: (status) =>
    ['not_invited', 'activation_link_sent', 'activation_link_expired'].includes(status),
  // crates/domain/src/deactivation.rs
  deactivate: (status) => status !== 'deactivated' && status !== 'deleted',
  reactivate: (status) => status === 'deactivated',
  // crates/domain/src/deletion.rs
  delete: (status) => status !== 'deleted',
  restore: (status) => status === 'deleted',
  // crates/domain/src/conversion.rs
  convert: (status) => status !== 'deleted',
  // crates/domain/src/origin.rs
  adopt: (status) => status !== 'deleted',
  change_roles: (status) => status !== 'deleted',
  change_permissions: (status) => status !== 'deleted',
  change_scope: (status) => status !== 'deleted',
  // crates/domain/src/password_reset.rs
  send_reset_link: (status) =>
    ['active', 'password_expired', 'locked_attempts', 'locked_inactivity'].includes(status),
  unlock: (status) => status === 'locked_attempts',
}

/** Whether the list offers an action; others stand with what they are about, in the details. */
export function isOffered(action: UserAction): action is ButtonAction {
  return action in POSSIBLE
}

/** What can be done before somebody whom another origin keeps is adopted. */
const OPEN_TO_FOREIGN: readonly ButtonAction[] = ['invite', 'send_reset_link', 'unlock', 'adopt']

/**
 * Whether an action on a row would be refused, as far as the list can tell. The service decides; this
 * only keeps people from trying what cannot work. The order is that of `crates/domain/src/access.rs`.
 */
export function refusalOf(action: ButtonAction, row: UserRow, asking: Asking): Refusal | null {
  const own = new Set(asking.membership.permissions)
  // access.rs `may`: require(users.manage)
  if (!own.has('users.manage')) {
    return { code: 'permission_missing', params: { permission: 'users.manage' } }
  }
  // access.rs `may`: nobody changes their own access
  if (row.id === asking.userId) {
    return { code: 'own_access', params: {} }
  }
  // access.rs `may`: target manages users ⇒ administrators.manage; target's permissions ⊆ own
  const ids = new Set(row.roles.map(({ id }) => id))
  const theirs = asking.roles.filter(({ id }) => ids.has(id)).flatMap((role) => role.permissions)
  const more = theirs.includes('users.manage') && !own.has('administrators.manage')
  const lacking = more
    ? ['administrators.manage']
    : [...new Set(theirs)].filter((permission) => !own.has(permission))
  if (lacking.length > 0) {
    return { code: 'target_holds_more', params: { permissions: lacking.join(', ') } }
  }
  // access.rs `may`: target is the customer's own, or adopted
  if (row.foreign && !OPEN_TO_FOREIGN.includes(action)) {
    return { code: 'adopt_first', params: {} }
  }
  if (action === 'convert' && row.kind === 'verified') {
    return { code: 'already_verified', params: {} }
  }
  if (!POSSIBLE[action](row.status.kind)) {
    return { code: 'wrong_status', params: { status: row.status.kind } }
  }
  return action === 'adopt' && !row.foreign ? { code: 'adopted_already', params: {} } : null
}

/** The selected rows on which an action is possible, and the others with the reason. */
export function divide(
  action: ButtonAction,
  rows: readonly UserRow[],
  asking: Asking,
): { possible: UserRow[]; skipped: { row: UserRow; refusal: Refusal }[] } {
  const possible: UserRow[] = []
  const skipped: { row: UserRow; refusal: Refusal }[] = []
  for (const row of rows) {
    const refusal = refusalOf(action, row, asking)
    if (refusal) {
      skipped.push({ row, refusal })
    } else {
      possible.push(row)
    }
  }
  return { possible, skipped }
}
