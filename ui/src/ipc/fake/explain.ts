import type {
  AccessChange,
  AccessExplanation,
  CataloguePermission,
  ChainLink,
  Customer,
  DecisionRefusal,
  HelperList,
  HolderPage,
  HolderQuery,
  Permission,
  PlaceQuery,
  Right,
} from '../types'
import { sees } from './access'
import { CATALOGUE, chainOf, heldBy, ROLES } from './catalogue'
import type { FakeCustomer } from './customer'
import { coolingUntil, factorOf, isBuiltInOnly, isStrong, toRow } from './directory'
import { reached } from './reach'
import { type Millis, statusOf, toTimestamp, type UserRecord } from './record'
import type { FakeSecurity } from './security'

const DEFAULT_PAGE = 50

function entryOf(permission: Permission): CataloguePermission | undefined {
  return CATALOGUE.find((entry) => entry.permission === permission)
}

/** What gives a permission to a user. */
function link(user: UserRecord, permission: Permission): ChainLink {
  const roles = ROLES.filter(
    (role) => user.role_ids.includes(role.id) && role.permissions.includes(permission),
  )
  return {
    permission,
    role_ids: roles.map(({ id }) => id),
    direct: (user.direct ?? []).includes(permission),
  }
}

function isHeld({ role_ids, direct }: ChainLink): boolean {
  return direct || role_ids.length > 0
}

function isMet(
  precondition: CataloguePermission['precondition'],
  facts: Customer | undefined,
): boolean {
  switch (precondition) {
    case 'acquirer_agreement':
      return facts?.acquirer_agreement ?? true
    case 'production':
      return facts?.mode === 'live'
    default:
      return true
  }
}

/** The first thing in the way, whatever the status (`decision::decide`). */
function inTheWay(
  user: UserRecord,
  permission: Permission,
  { facts, security }: FakeCustomer,
  place: string | null,
): DecisionRefusal | null {
  const [first, ...rest] = chainOf(permission).map((each) => link(user, each))
  if (first && !isHeld(first)) {
    return { code: 'permission_missing' }
  }
  const missing = rest.find((each) => !isHeld(each))
  if (missing) {
    return { code: 'prerequisite_missing', permission: missing.permission }
  }
  const entry = entryOf(permission)
  if (entry?.location_scoped && !reaches(user, place)) {
    return { code: 'outside_locations' }
  }
  if (entry?.precondition && !isMet(entry.precondition, facts)) {
    return { code: 'precondition', precondition: entry.precondition }
  }
  if (lacksFactor(user, permission)) {
    return { code: 'second_factor_missing' }
  }
  return lacksOther(user, permission, security) ? { code: 'built_in_refused' } : null
}

function lacksFactor(user: UserRecord, permission: Permission): boolean {
  return (entryOf(permission)?.needs_second_factor ?? false) && !isStrong(factorOf(user))
}

/** The customer lets nothing count that is set up (`crates/domain/src/second_factor/built_in.rs`). */
function lacksOther(user: UserRecord, permission: Permission, security: FakeSecurity): boolean {
  return (
    (entryOf(permission)?.needs_second_factor ?? false) &&
    security.refusesBuiltIn &&
    isBuiltInOnly(user)
  )
}

function reaches(user: UserRecord, place: string | null): boolean {
  const scope = reached(user.scope)
  return (
    scope.kind === 'all' ||
    (scope.kind === 'only' && (place === null || (scope.location_ids ?? []).includes(place)))
  )
}

/** Everything that a user holds, with what gives it. */
export function rightsOf(user: UserRecord, customer: FakeCustomer): Right[] {
  return heldBy(user).map((permission) => ({
    ...link(user, permission),
    idle: inTheWay(user, permission, customer, null),
  }))
}

/** Why, and the smallest change (`crates/domain/src/explanation.rs`). */
export function explain(
  customer: FakeCustomer,
  user: UserRecord,
  permission: Permission,
  { location_id: place = null }: PlaceQuery,
  now: Millis,
): AccessExplanation {
  const entry = entryOf(permission)
  const status = statusOf(user, now).kind
  const chain = chainOf(permission).map((each) => link(user, each))
  const { facts, security } = customer
  const blocked = inTheWay(user, permission, customer, place)
  const until = entry?.needs_second_factor ? toTimestamp(coolingUntil(user, now)) : null
  const cooling: DecisionRefusal | null = until === null ? null : { code: 'cooling', until }
  const refusal: DecisionRefusal | null =
    status === 'active' ? (blocked ?? cooling) : { code: 'status', status }
  const within = entry?.location_scoped ? reaches(user, place) : null
  const precondition = entry?.precondition
    ? { precondition: entry.precondition, met: isMet(entry.precondition, facts) }
    : null
  const missing = chain.filter((each) => !isHeld(each)).map((each) => each.permission)
  return {
    permission,
    answer: { allowed: refusal === null, refusal, location_ids: null },
    chain,
    within,
    group_ids: within ? (user.scope.group_ids ?? []) : [],
    precondition,
    status,
    needs_second_factor: entry?.needs_second_factor ?? false,
    second_factor: factorOf(user) ?? 'none',
    change: refusal === null ? closing(chain) : opening(),
    role_ids: missing.length > 0 ? suggested(missing, heldBy(user)) : [],
  }

  function opening(): AccessChange[] {
    return [
      ...(missing.length > 0 ? [{ kind: 'give' as const, permissions: missing }] : []),
      ...(within === false ? [{ kind: 'reach' as const }] : []),
      ...(precondition && !precondition.met
        ? [{ kind: 'meet' as const, precondition: precondition.precondition }]
        : []),
      ...(status === 'active' ? [] : [{ kind: 'activate' as const, status }]),
      ...(lacksFactor(user, permission) ? [{ kind: 'set_up_second_factor' as const }] : []),
      ...(lacksOther(user, permission, security) ? [{ kind: 'set_up_elsewhere' as const }] : []),
      ...(until === null ? [] : [{ kind: 'wait' as const, until }]),
    ]
  }
}

function closing([first]: ChainLink[]): AccessChange[] {
  return first
    ? [
        ...first.role_ids.map((role_id) => ({ kind: 'take_role' as const, role_id })),
        ...(first.direct ? [{ kind: 'take_direct' as const, permission: first.permission }] : []),
      ]
    : []
}

function suggested(missing: Permission[], held: Permission[]): string[] {
  const more = (permissions: Permission[]) =>
    permissions.filter((each) => !held.includes(each) && !missing.includes(each)).length
  return ROLES.filter((role) => missing.every((each) => role.permissions.includes(each)))
    .sort((a, b) => more(a.permissions) - more(b.permissions))
    .slice(0, 3)
    .map(({ id }) => id)
}

/** Those who may, by name. */
export function holders(
  customer: FakeCustomer,
  caller: UserRecord,
  permission: Permission,
  query: HolderQuery,
  now: Millis,
): HolderPage {
  const { users, facts } = customer
  const entry = entryOf(permission)
  const unmet = entry?.precondition && !isMet(entry.precondition, facts) ? entry.precondition : null
  const found = [...users.values()]
    .filter(
      (user) =>
        sees(caller, user) &&
        statusOf(user, now).kind === 'active' &&
        inTheWay(user, permission, customer, query.location_id ?? null) === null &&
        !(entry?.needs_second_factor && coolingUntil(user, now) !== null),
    )
    .sort((a, b) => a.family_name.localeCompare(b.family_name))
  const start = Number(query.cursor ?? 0)
  const size = query.limit ?? DEFAULT_PAGE
  return {
    items: found.slice(start, start + size).map((user) => ({
      user: toRow(user, now),
      role_ids: link(user, permission).role_ids,
      direct: link(user, permission).direct,
    })),
    page: {
      next_cursor: start + size < found.length ? String(start + size) : null,
      previous_cursor: null,
      total: query.count ? found.length : null,
    },
    precondition: unmet,
  }
}

const NAMED = 3

/** Who can give the caller a permission (`crates/domain/src/who_can_help.rs`). */
export function helpers(
  { users }: FakeCustomer,
  caller: UserRecord,
  permission: Permission,
  now: Millis,
): HelperList {
  const held = heldBy(caller)
  const asked = [...held, ...chainOf(permission)]
  const able = [...users.values()]
    .filter((user) => {
      const own = heldBy(user)
      const administers = own.includes('administrators.manage') && user.scope.kind === 'all'
      const known = administers || (held.includes('users.view') && sees(caller, user))
      const mayTouch = administers || !held.includes('users.manage')
      return (
        user.id !== caller.id &&
        known &&
        mayTouch &&
        asked.every((each) => own.includes(each)) &&
        own.includes('users.manage') &&
        sees(user, caller) &&
        ['active', 'locked_attempts', 'password_expired'].includes(statusOf(user, now).kind)
      )
    })
    .sort((a, b) => a.family_name.localeCompare(b.family_name))
  return {
    permission,
    items: able.slice(0, NAMED).map(({ given_name, family_name }) => ({ given_name, family_name })),
    more: Math.max(0, able.length - NAMED),
  }
}
