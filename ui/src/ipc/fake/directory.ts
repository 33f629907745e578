import { IpcFailure } from '../failure'
import type {
  FactorState,
  ListedWay,
  RoleLabel,
  UserCountQuery,
  UserCounts,
  UserPage,
  UserQuery,
  UserRow,
  UserStatusKind,
} from '../types'
import { isForeign, refuse, sees } from './access'
import { ROLES } from './catalogue'
import { reached } from './reach'
import { DAY, type Millis, statusOf, toTimestamp, type UserRecord } from './record'

const STATUSES: readonly UserStatusKind[] = [
  'active',
  'not_invited',
  'activation_link_sent',
  'activation_link_expired',
  'deactivated',
  'locked_attempts',
  'locked_inactivity',
  'password_expired',
  'deleted',
]
const WAYS: readonly ListedWay[] = ['password', 'external', 'not_yet']
const FACTORS: readonly FactorState[] = ['none', 'mailed_code', 'app', 'passkey']
const DEFAULT_PAGE = 50
const LARGEST_PAGE = 200
const LONGEST_SEARCH = 100

export function roleLabels(roleIds: readonly string[]): RoleLabel[] {
  return ROLES.filter((role) => roleIds.includes(role.id)).map(({ id, built_in, name }) => ({
    id,
    built_in,
    name,
  }))
}

export function toRow(user: UserRecord, now: Millis): UserRow {
  return {
    id: user.id,
    version: user.version,
    kind: user.kind,
    sign_in_name: user.sign_in_name,
    given_name: user.given_name,
    family_name: user.family_name,
    status: statusOf(user, now),
    origin: user.origin,
    foreign: isForeign(user),
    roles: roleLabels(user.role_ids),
    scope: user.scope.kind,
    location_count: (reached(user.scope).location_ids ?? []).length,
    second_factor: factorOf(user),
    sign_in_way: wayOf(user),
    created_at: toTimestamp(user.created_at),
    last_sign_in_at: toTimestamp(user.last_sign_in_at),
  }
}

/** What somebody has set up; nothing is known before they accept. */
export function factorOf(user: UserRecord): FactorState | null {
  return user.accepted_at === null ? null : (user.second_factor ?? 'none')
}

/** How somebody signs in; not at all before they accept. */
function wayOf(user: UserRecord): ListedWay {
  return user.accepted_at === null ? 'not_yet' : (user.sign_in_way ?? 'password')
}

/** Whether it counts wherever a second factor is asked for (`FactorState::is_strong`). */
export function isStrong(state: FactorState | null): boolean {
  return state === 'app' || state === 'passkey'
}

/** Whether somebody has a strong one, and only in the app itself. */
export function isBuiltInOnly(user: UserRecord): boolean {
  return isStrong(factorOf(user)) && (user.built_in_only ?? false)
}

/** Until when what needs a second factor stays closed (`crates/domain/src/second_factor/reset.rs`). */
export function coolingUntil(user: UserRecord, now: Millis): Millis | null {
  const until = (user.factor_reset_at ?? Number.NEGATIVE_INFINITY) + DAY
  return now < until ? until : null
}

/** Whether somebody gets in, or is only locked (`crates/domain/src/second_factor_requirement.rs`). */
export function isMember(user: UserRecord, now: Millis): boolean {
  const members = ['active', 'password_expired', 'locked_attempts', 'locked_inactivity']
  return members.includes(statusOf(user, now).kind)
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** Three characters or more are found anywhere, fewer at the start of a word (directory_query.rs). */
function matcher(search: string | null): (user: UserRecord) => boolean {
  const words = fold(search ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
  return (user) => {
    const text = ` ${fold(`${user.given_name} ${user.family_name} ${user.sign_in_name}`)}`
    return words.every((word) => text.includes(word.length < 3 ? ` ${word}` : word))
  }
}

function sortValue(user: UserRecord, query: UserQuery): string {
  const moment = (at: Millis | null) => String(at ?? 0).padStart(16, '0')
  switch (query.sort) {
    case 'name':
      return fold(`${user.family_name} ${user.given_name}`)
    case 'sign_in_name':
      return fold(user.sign_in_name)
    case 'created_at':
      return moment(user.created_at)
    case 'last_sign_in_at':
      return moment(user.last_sign_in_at)
  }
}

/** The bin is shown to who asks for it only. */
function asksFor({ status }: UserQuery, kind: UserStatusKind): boolean {
  return status.length === 0 ? kind !== 'deleted' : status.includes(kind)
}

/** When they signed in last, as asked for. */
function signedInAs(
  { never_signed_in, idle_days }: UserQuery,
  { last_sign_in_at }: UserRecord,
  now: Millis,
): boolean {
  if (!never_signed_in && idle_days === null) {
    return true
  }
  return last_sign_in_at === null
    ? never_signed_in
    : idle_days !== null && last_sign_in_at <= now - idle_days * DAY
}

/** The rows that a caller may see and asked for, sorted. */
function select(
  users: Iterable<UserRecord>,
  caller: UserRecord,
  query: UserQuery,
  now: Millis,
): UserRecord[] {
  const matches = matcher(query.search)
  const kept: { value: string; user: UserRecord }[] = []
  for (const user of users) {
    const passes =
      sees(caller, user) &&
      (query.kind === null || user.kind === query.kind) &&
      (query.origin.length === 0 || query.origin.includes(user.origin)) &&
      (query.role.length === 0 || query.role.some((id) => user.role_ids.includes(id))) &&
      (query.location.length === 0 ||
        user.scope.kind === 'all' ||
        query.location.some((id) => reached(user.scope).location_ids?.includes(id))) &&
      (query.second_factor.length === 0 ||
        query.second_factor.some((state) => state === factorOf(user))) &&
      (query.sign_in_way.length === 0 || query.sign_in_way.includes(wayOf(user))) &&
      signedInAs(query, user, now) &&
      asksFor(query, statusOf(user, now).kind) &&
      matches(user)
    if (passes) {
      kept.push({ value: sortValue(user, query), user })
    }
  }
  const sign = query.order === 'ascending' ? 1 : -1
  kept.sort((a, b) => {
    if (a.value === b.value) {
      return a.user.id < b.user.id ? -sign : sign
    }
    return a.value < b.value ? -sign : sign
  })
  return kept.map(({ user }) => user)
}

/**
 * Lists users by keyset: a cursor names the row that it follows (`a:`) or precedes (`b:`). The last
 * sorted result is kept while nothing changes, so that walking 100,000 rows stays quick.
 */
export class Directory {
  private cached: { key: string; rows: UserRecord[] } | null = null

  /** Forgets the kept result; to be called after every change. */
  changed(): void {
    this.cached = null
  }

  /** How many there are of each status, the bin included. */
  counts(
    users: Iterable<UserRecord>,
    caller: UserRecord,
    query: UserCountQuery,
    now: Millis,
  ): UserCounts {
    const whole: UserQuery = {
      ...query,
      status: [...STATUSES],
      sort: 'name',
      order: 'ascending',
      cursor: null,
      limit: null,
      count: false,
    }
    const found = select(users, caller, whole, now)
    const counts = new Map<UserStatusKind, number>()
    for (const user of found) {
      const { kind } = statusOf(user, now)
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
    }
    const members = found.filter((user) => isMember(user, now))
    return {
      statuses: STATUSES.map((status) => ({ status, count: counts.get(status) ?? 0 })),
      second_factors: FACTORS.map((state) => ({
        second_factor: state,
        count: members.filter((user) => factorOf(user) === state).length,
      })),
      sign_in_ways: WAYS.map((way) => ({
        sign_in_way: way,
        count: found.filter((user) => wayOf(user) === way && !user.deleted_at).length,
      })),
      complete: true,
    }
  }

  page(users: Iterable<UserRecord>, caller: UserRecord, query: UserQuery, now: Millis): UserPage {
    if ((query.search ?? '').length > LONGEST_SEARCH) {
      const params = { max: String(LONGEST_SEARCH) }
      throw new IpcFailure({
        code: 'invalid_fields',
        params: {},
        errors: [{ field: 'search', code: 'too_long', params }],
      })
    }
    const { cursor, limit, count, ...shape } = query
    const key = JSON.stringify([caller.id, shape])
    if (this.cached?.key !== key) {
      this.cached = { key, rows: select(users, caller, query, now) }
    }
    const { rows } = this.cached
    const size = Math.min(Math.max(limit ?? DEFAULT_PAGE, 1), LARGEST_PAGE)
    const start = startOf(rows, cursor, size)
    const end = cursor?.startsWith('b:')
      ? Math.min(rowIndex(rows, cursor), start + size)
      : Math.min(start + size, rows.length)
    const last = rows[end - 1]
    const first = rows[start]
    return {
      items: rows.slice(start, end).map((user) => toRow(user, now)),
      page: {
        next_cursor: last && end < rows.length ? `a:${last.id}` : null,
        previous_cursor: first && start > 0 ? `b:${first.id}` : null,
        total: count ? rows.length : null,
      },
    }
  }
}

function rowIndex(rows: readonly UserRecord[], cursor: string): number {
  const index = rows.findIndex((user) => user.id === cursor.slice(2))
  if (index < 0) {
    throw refuse('malformed_request')
  }
  return index
}

function startOf(rows: readonly UserRecord[], cursor: string | null, size: number): number {
  if (cursor === null) {
    return 0
  }
  const index = rowIndex(rows, cursor)
  return cursor.startsWith('a:') ? index + 1 : Math.max(0, index - size)
}
