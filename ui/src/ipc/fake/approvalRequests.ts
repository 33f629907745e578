import { IpcFailure } from '../failure'
import type { AskChange, ChangeState, Permission, Scope } from '../types'
import { isWithin, refuse } from './access'
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

/** Whoever is limited asks for fewer locations, or for every one (`may_ask_to_reach`). */
export function demandReach(caller: UserRecord, scope: Scope): void {
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

export function fault(
  field: string,
  code: 'not_allowed' | 'not_an_email' | 'too_few' | 'unchanged',
): IpcFailure {
  return new IpcFailure({ code: 'invalid_fields', params: {}, errors: [{ field, code }] })
}
