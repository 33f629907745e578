import { IpcFailure } from '../failure'
import type { Params, Permission, Scope, UserAction } from '../types'
import { CATALOGUE, heldBy, permissionsOf } from './catalogue'
import { reached } from './reach'
import { type Millis, statusOf, type UserRecord } from './record'

/** An error answer of the service. */
export function refuse(code: string, params: Params = {}): IpcFailure {
  return new IpcFailure({ code, params, errors: [] })
}

/** Whether nothing of `inner` lies outside `outer` (`LocationScope::is_within`), groups expanded. */
export function isWithin(innerScope: Scope, outerScope: Scope): boolean {
  const [inner, outer] = [reached(innerScope), reached(outerScope)]
  if (outer.kind === 'all' || inner.kind === 'none_yet') {
    return true
  }
  return (
    inner.kind === 'only' &&
    outer.kind === 'only' &&
    (inner.location_ids ?? []).every((id) => outer.location_ids?.includes(id))
  )
}

/** Throws unless the caller holds a permission. */
export function demand(caller: UserRecord, permission: Permission): void {
  if (!heldBy(caller).includes(permission)) {
    throw refuse('permission_missing', { permission })
  }
}

/** Whether the caller may know of a user (`visible_users`): the limited see only who is within. */
export function sees(caller: UserRecord, target: UserRecord): boolean {
  return (
    caller.scope.kind === 'all' ||
    (reached(target.scope).kind === 'only' && isWithin(target.scope, caller.scope))
  )
}

/** Throws if the caller would give more than they hold, or reach further than they do. */
export function demandGrant(
  caller: UserRecord,
  roleIds: readonly string[],
  scope: Scope,
  direct: readonly Permission[] = [],
): void {
  const own = heldBy(caller)
  const lacking = permissionsOf(roleIds, direct).filter((permission) => !own.includes(permission))
  if (lacking.length > 0) {
    throw refuse('grants_more', { permissions: lacking.join(', ') })
  }
  const unseen = caller.scope.kind !== 'all' && reached(scope).kind === 'none_yet'
  if (unseen || !isWithin(scope, caller.scope)) {
    throw refuse('outside_locations')
  }
  if (permissionsOf(roleIds, direct).includes('administrators.manage') && scope.kind !== 'all') {
    throw new IpcFailure({
      code: 'invalid_fields',
      params: {},
      errors: [{ field: 'scope.kind', code: 'not_allowed' }],
    })
  }
}

/** What needs a second administrator of that which somebody would newly hold. */
export function newlyGiven(
  before: readonly Permission[],
  after: readonly Permission[],
): Permission[] {
  const marked = CATALOGUE.filter(({ needs_approval }) => needs_approval)
  return marked
    .map(({ permission }) => permission)
    .filter((permission) => after.includes(permission) && !before.includes(permission))
}

/** Throws where a second administrator has to agree first (`critical_grant.rs`). */
export function demandDirect(
  isOn: boolean,
  before: readonly Permission[],
  after: readonly Permission[],
): void {
  const given = newlyGiven(before, after)
  if (isOn && given.length > 0) {
    throw refuse('approval_required', { permissions: given.join(', ') })
  }
}

/** Whether somebody elsewhere keeps the user (`crates/domain/src/origin.rs`). */
export function isForeign({ origin, adopted_at }: UserRecord): boolean {
  return !['administrator', 'import'].includes(origin) && !adopted_at
}

/** Throws unless the caller may take an action on a user now; `users` is everyone at the customer. */
export function demandAction(
  caller: UserRecord,
  target: UserRecord,
  action: UserAction,
  users: Iterable<UserRecord>,
  now: Millis,
): void {
  demand(caller, 'users.manage')
  if (caller.id === target.id) {
    throw refuse('own_access')
  }
  const own = heldBy(caller)
  const theirs = heldBy(target)
  if (theirs.includes('users.manage') && !own.includes('administrators.manage')) {
    throw refuse('target_holds_more', { permissions: 'administrators.manage' })
  }
  const lacking = theirs.filter((permission) => !own.includes(permission))
  if (lacking.length > 0) {
    throw refuse('target_holds_more', { permissions: lacking.join(', ') })
  }
  const open: UserAction[] = ['invite', 'send_reset_link', 'unlock', 'end_sessions', 'adopt']
  if (isForeign(target) && !open.includes(action)) {
    throw refuse('adopt_first')
  }
  if (action === 'convert' && target.kind === 'verified') {
    throw refuse('already_verified')
  }
  demandStatus(target, action, now)
  if (action === 'reset_second_factor' && (target.second_factor ?? 'none') === 'none') {
    throw refuse('no_second_factor')
  }
  if (action === 'adopt' && !isForeign(target)) {
    throw refuse('adopted_already')
  }
  if (['deactivate', 'delete'].includes(action) && isLastAdministrator(target, users, now)) {
    throw refuse('last_administrator')
  }
}

function demandStatus(target: UserRecord, action: UserAction, now: Millis): void {
  const status = statusOf(target, now).kind
  const possible: Record<UserAction, boolean> = {
    invite: ['not_invited', 'activation_link_sent', 'activation_link_expired'].includes(status),
    deactivate: status !== 'deactivated' && status !== 'deleted',
    reactivate: status === 'deactivated',
    delete: status !== 'deleted',
    restore: status === 'deleted',
    convert: status !== 'deleted',
    adopt: status !== 'deleted',
    change_roles: status !== 'deleted',
    change_permissions: status !== 'deleted',
    change_scope: status !== 'deleted',
    send_reset_link: [
      'active',
      'password_expired',
      'locked_attempts',
      'locked_inactivity',
    ].includes(status),
    unlock: status === 'locked_attempts',
    end_sessions: ['active', 'locked_attempts', 'password_expired'].includes(status),
    reset_second_factor: ['active', 'locked_attempts', 'password_expired'].includes(status),
  }
  if (!possible[action]) {
    throw refuse('wrong_status', { status })
  }
}

/** Whether nobody else who can sign in is a merchant administrator of every location. */
export function isLastAdministrator(
  target: UserRecord,
  users: Iterable<UserRecord>,
  now: Millis,
): boolean {
  if (!isAbleAdministrator(target, now)) {
    return false
  }
  for (const user of users) {
    if (user.id !== target.id && isAbleAdministrator(user, now)) {
      return false
    }
  }
  return true
}

/** Whether somebody is a merchant administrator of every location and can sign in. */
export function isAbleAdministrator(user: UserRecord, now: Millis): boolean {
  return (
    heldBy(user).includes('administrators.manage') &&
    user.scope.kind === 'all' &&
    ['active', 'password_expired', 'locked_attempts'].includes(statusOf(user, now).kind)
  )
}
