import { IpcFailure } from '../failure'
import type { AskChange, ChangeState, Permission, Scope, UserAction } from '../types'
import { demand, isWithin, refuse } from './access'
import { heldBy } from './catalogue'
import { demandScope } from './fields'
import { LOCATIONS } from './places'
import type { Millis, UserRecord } from './record'

/** The roles of somebody new, who was added with those that need nobody else. */
export interface NewUserChange {
  kind: 'new_user'
  role_ids: string[]
  permissions: Permission[]
  given: string[]
  scope: Scope
}

/** What is asked for, or waits with somebody new. */
export type Wanted = AskChange | NewUserChange

/** A change as it is remembered. */
export interface Stored {
  id: string
  request: Wanted
  asked_by: string
  target: string
  version: number
  granters: string[]
  asked_at: Millis
  ending: ChangeState | null
  ended_at: Millis | null
  ended_by: string | null
}

/** Whether it is about everybody at the customer, or whoever has a role. */
export function isOfAll({ kind }: Wanted): boolean {
  return ['critical_role', 'role_deletion', 'approvals_off'].includes(kind)
}

type AccessChange = Extract<Wanted, { role_ids: unknown }>

export function isAccess(request: Wanted): request is AccessChange {
  return 'role_ids' in request
}

/** Throws unless somebody may ask for this; `on` asks the rules about an action on the user. */
export function demandAsked(
  caller: UserRecord,
  user: UserRecord,
  request: AskChange,
  on: (action: UserAction) => void,
): void {
  if (request.kind === 'dead_mailbox') {
    on('change_roles')
    if (user.kind === 'unverified') {
      throw refuse('address_not_movable')
    }
    if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(request.email.trim())) {
      throw fault('email', 'not_an_email')
    }
  } else if (request.kind === 'second_factor_reset') {
    on('reset_second_factor')
  } else if (request.kind === 'own_locations') {
    demandReach(caller, request.scope)
  } else if (isAccess(request)) {
    if (request.role_ids.length === 0) {
      throw fault('role_ids', 'too_few')
    }
    const same = (one: readonly string[], other: readonly string[]) =>
      [...one].sort().join() === [...other].sort().join()
    if (same(request.role_ids, user.role_ids) && same(request.permissions, user.direct ?? [])) {
      throw fault('role_ids', 'unchanged')
    }
  } else {
    demand(caller, request.kind === 'approvals_off' ? 'security.manage' : 'roles.manage')
  }
}

/** Whoever is limited asks for fewer locations, or for every one (`may_ask_to_reach`). */
function demandReach(caller: UserRecord, scope: Scope): void {
  demandScope(scope, LOCATIONS)
  if (heldBy(caller).includes('administrators.manage') && scope.kind !== 'all') {
    throw fault('scope.kind', 'not_allowed')
  }
  if (scope.kind !== 'all' && !isWithin(scope, caller.scope)) {
    throw refuse('outside_locations')
  }
  if (isWithin(scope, caller.scope) && isWithin(caller.scope, scope)) {
    throw fault('scope.kind', 'unchanged')
  }
}

function fault(
  field: string,
  code: 'not_allowed' | 'not_an_email' | 'too_few' | 'unchanged',
): IpcFailure {
  return new IpcFailure({ code: 'invalid_fields', params: {}, errors: [{ field, code }] })
}
