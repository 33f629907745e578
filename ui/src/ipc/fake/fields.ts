import { IpcFailure } from '../failure'
import type { CreateUser, FieldError, Location, Scope } from '../types'
import { ROLES } from './catalogue'
import { groupsExist } from './reach'
import type { UserRecord } from './record'

/** Control and direction characters, like `crates/domain/src/text.rs`. */
const FORBIDDEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u
const EMAIL = /^[^\s@"]+@[^\s@.]+(\.[^\s@.]+)+$/u
const LONGEST_NAME = 100
const LONGEST_EMAIL = 254

/** Throws `invalid_fields` that names every field that cannot be saved. */
export function demandFields(request: CreateUser, locations: readonly Location[]): void {
  const errors: FieldError[] = [
    ...nameErrors('given_name', request.given_name),
    ...nameErrors('family_name', request.family_name),
    ...emailErrors(request),
    ...accessErrors(request, locations),
    ...(request.invite && request.kind === 'unverified'
      ? [{ field: 'invite', code: 'not_allowed' as const }]
      : []),
  ]
  if (errors.length > 0) {
    throw new IpcFailure({ code: 'invalid_fields', params: {}, errors })
  }
}

function nameErrors(field: string, typed: string): FieldError[] {
  const name = typed.trim()
  if (name === '') {
    return [{ field, code: 'required' }]
  }
  if ([...name].length > LONGEST_NAME) {
    return [{ field, code: 'too_long', params: { max: String(LONGEST_NAME) } }]
  }
  return FORBIDDEN.test(name) ? [{ field, code: 'forbidden_character' }] : []
}

function emailErrors({ kind, email }: Pick<CreateUser, 'kind' | 'email'>): FieldError[] {
  if (kind === 'unverified') {
    return email === null ? [] : [{ field: 'email', code: 'not_allowed' }]
  }
  const typed = (email ?? '').trim()
  if (typed === '') {
    return [{ field: 'email', code: 'required' }]
  }
  if (new TextEncoder().encode(typed).length > LONGEST_EMAIL) {
    return [{ field: 'email', code: 'too_long', params: { max: String(LONGEST_EMAIL) } }]
  }
  return EMAIL.test(typed) && !FORBIDDEN.test(typed)
    ? []
    : [{ field: 'email', code: 'not_an_email' }]
}

/** Throws unless a text is an address. */
export function demandAddress(email: string): void {
  const errors = emailErrors({ kind: 'verified', email })
  if (errors.length > 0) {
    throw new IpcFailure({ code: 'invalid_fields', params: {}, errors })
  }
}

function accessErrors(request: CreateUser, locations: readonly Location[]): FieldError[] {
  const errors: FieldError[] = []
  if (request.role_ids.length === 0) {
    errors.push({ field: 'role_ids', code: 'too_few', params: { min: '1' } })
  } else if (request.role_ids.some((id) => !ROLES.some((role) => role.id === id))) {
    errors.push({ field: 'role_ids', code: 'unknown' })
  }
  return [...errors, ...scopeErrors(request.scope, locations)]
}

function scopeErrors(scope: Scope, locations: readonly Location[]) {
  const { kind, location_ids = [], group_ids = [] } = scope
  const errors: FieldError[] = []
  if (!groupsExist(scope)) {
    errors.push({ field: 'scope.group_ids', code: 'unknown' })
  }
  if (kind === 'only' && location_ids.length + group_ids.length === 0) {
    errors.push({ field: 'scope.location_ids', code: 'too_few', params: { min: '1' } })
  } else if (location_ids.some((id) => !locations.some((location) => location.id === id))) {
    errors.push({ field: 'scope.location_ids', code: 'unknown' })
  }
  return errors
}

/** Throws unless a scope is one of the three states, with locations of the customer (C7). */
export function demandScope(scope: Scope, locations: readonly Location[]): void {
  const errors = scopeErrors(scope, locations)
  if (errors.length > 0) {
    throw new IpcFailure({ code: 'invalid_fields', params: {}, errors })
  }
}

const GROUP_MAILBOXES = new Set([
  'admin',
  'contact',
  'info',
  'kontakt',
  'office',
  'sales',
  'support',
  'team',
])

/** Whether several people probably read an address (S25). */
export function isGroupMailbox(email: string): boolean {
  return GROUP_MAILBOXES.has(email.split('@')[0]?.toLowerCase() ?? '')
}

/** Throws if somebody with the address already belongs to the customer; whoever lies in the bin does not. */
export function demandNew(users: Iterable<UserRecord>, email: string): void {
  for (const user of users) {
    if (!user.deleted_at && user.sign_in_name.toLowerCase() === email.toLowerCase()) {
      throw new IpcFailure({ code: 'user_exists', params: {}, errors: [] })
    }
  }
}
