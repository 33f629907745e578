import type { Customer, FactorState } from '../types'
import { addressOf, FAMILY_NAMES, GIVEN_NAMES, usernameOf } from './people'
import { LOCATIONS } from './places'
import { DAY, HOUR, type Millis, type UserRecord } from './record'

/** The password of everyone who can sign in to the fake. */
export const FAKE_PASSWORD = 'Sample-Till-4711'

export const CUSTOMERS: Customer[] = [
  {
    id: 'customer-1',
    number: '248113',
    name: 'Alpenkiosk AG',
    alias: 'alpenkiosk',
    settings_version: 1,
    mode: 'live',
    acquirer_agreement: true,
  },
  {
    id: 'customer-2',
    number: '900417',
    name: 'Alpenkiosk AG',
    alias: null,
    settings_version: 1,
    mode: 'test',
    acquirer_agreement: false,
  },
]

const DOMAIN = 'alpenkiosk.example'

/** The facts that make a status, relative to now. */
type StatusFacts = Pick<
  UserRecord,
  | 'accepted_at'
  | 'deactivated_at'
  | 'invited_at'
  | 'invitation_expires_at'
  | 'last_sign_in_at'
  | 'locked_until'
  | 'password_changed_at'
>

const NOTHING: StatusFacts = {
  accepted_at: null,
  deactivated_at: null,
  invited_at: null,
  invitation_expires_at: null,
  last_sign_in_at: null,
  locked_until: null,
  password_changed_at: null,
}

function active(now: Millis, lastSignIn: Millis): StatusFacts {
  return {
    ...NOTHING,
    accepted_at: now - 200 * DAY,
    invited_at: now - 201 * DAY,
    invitation_expires_at: now - 199 * DAY,
    last_sign_in_at: now - lastSignIn,
    password_changed_at: now - 30 * DAY,
  }
}

/** One set of facts per status; `spread` tells users of one status apart. */
const FACTS: ((now: Millis, spread: number) => StatusFacts)[] = [
  (now, spread) => active(now, spread * 5 * HOUR),
  () => NOTHING,
  (now, spread) => ({
    ...NOTHING,
    invited_at: now - (43 - (spread % 30)) * HOUR,
    invitation_expires_at: now + (5 + (spread % 30)) * HOUR,
  }),
  (now, spread) => ({
    ...NOTHING,
    invited_at: now - (3 + spread) * DAY,
    invitation_expires_at: now - (1 + spread) * DAY,
  }),
  (now, spread) => ({ ...active(now, 30 * DAY), deactivated_at: now - (2 + spread) * DAY }),
  (now, spread) => ({ ...active(now, DAY), locked_until: now + (6 + (spread % 23)) * (HOUR / 60) }),
  (now, spread) => ({ ...active(now, (91 + spread) * DAY) }),
  (now, spread) => ({
    ...active(now, 9 * DAY),
    password_changed_at: now - (92 + spread) * DAY,
  }),
]

/** Which status each further user has, in turn: half are active. */
const TURN = [0, 2, 0, 4, 0, 1, 0, 3, 0, 5, 0, 6, 0, 7] as const
const ROLE_TURN = ['cashier', 'cashier', 'finance', 'support', 'cashier', 'developer', 'auditor']

/** Every fourth verified user has no app, and half of those are new enough that codes are mailed to them. */
function setUpBy(unverified: boolean, number: number): FactorState {
  const without = number % 8 === 7 ? 'mailed_code' : 'none'
  return unverified ? 'none' : number % 4 === 3 ? without : 'app'
}

/** Who keeps their codes in the app itself, and nowhere else. */
const BUILT_IN_ONLY: readonly number[] = [6, 12]

function record(now: Millis, number: number, facts: StatusFacts): UserRecord {
  const given = GIVEN_NAMES[number % GIVEN_NAMES.length] ?? ''
  const step = number + Math.floor(number / GIVEN_NAMES.length) * 7
  const family = FAMILY_NAMES[step % FAMILY_NAMES.length] ?? ''
  const again = Math.floor(number / (GIVEN_NAMES.length * FAMILY_NAMES.length))
  const unverified = number % 9 === 8
  const suffix = again === 0 ? '' : String(again)
  return {
    id: `user-${String(number).padStart(6, '0')}`,
    version: 1 + (number % 4),
    kind: unverified ? 'unverified' : 'verified',
    sign_in_name: unverified ? usernameOf(number) : addressOf(given, family + suffix, DOMAIN),
    given_name: given,
    family_name: family,
    language: number % 5 === 3 ? 'fr' : 'de',
    group_mailbox: false,
    origin: number % 17 === 16 ? 'operator' : 'administrator',
    role_ids: [`role-${ROLE_TURN[number % ROLE_TURN.length]}`],
    scope:
      number % 3 === 0
        ? { kind: 'only', location_ids: [LOCATIONS[number % LOCATIONS.length]?.id ?? ''] }
        : { kind: 'all', location_ids: [] },
    created_at: now - (202 + (number % 150)) * DAY,
    second_factor: setUpBy(unverified, number),
    built_in_only: BUILT_IN_ONLY.includes(number),
    ...facts,
  }
}

/** Users number `from` to `to`, in every status. Their order and content depend on nothing but now. */
export function makeUsers(now: Millis, from: number, to: number): UserRecord[] {
  const users: UserRecord[] = []
  for (let number = from; number < to; number += 1) {
    const facts = FACTS[TURN[number % TURN.length] ?? 0] ?? (() => NOTHING)
    users.push(record(now, number, facts(now, number % 40)))
  }
  return users
}

/** The people one signs in as: one per way of being allowed something. */
function cast(now: Millis): UserRecord[] {
  const person = (number: number, changes: Partial<UserRecord>): UserRecord => ({
    ...record(now, number, active(now, (number + 1) * HOUR)),
    scope: { kind: 'all', location_ids: [] },
    ...changes,
  })
  return [
    person(0, { role_ids: ['role-merchant_administrator'] }),
    person(1, { role_ids: ['role-merchant_administrator'], second_factor: 'app' }),
    person(2, {
      role_ids: ['role-location_administrator'],
      scope: { kind: 'only', location_ids: ['location-2', 'location-8'] },
    }),
    person(3, { role_ids: ['role-support'] }),
    person(4, { role_ids: ['role-cashier'], second_factor: 'app' }),
    person(5, {
      given_name: 'Front',
      family_name: 'Desk',
      sign_in_name: `office@${DOMAIN}`,
      group_mailbox: true,
      role_ids: ['role-cashier', 'role-support'],
    }),
    person(6, {
      given_name: 'Wolfeschlegelsteinhausenbergerdorff',
      family_name: 'Fürst von und zu Hohenlohe-Waldenburg-Schillingsfürst',
      role_ids: ['role-finance', 'role-support', 'role-developer', 'role-auditor'],
      scope: { kind: 'only', location_ids: ['location-1', 'location-2', 'location-3'] },
    }),
    person(7, {
      given_name: '<b>Robert</b>',
      family_name: 'שרה 山田',
      sign_in_name: `rs@${DOMAIN}`,
    }),
    person(9, { ...NOTHING, scope: { kind: 'none_yet', location_ids: [] } }),
  ]
}

/** Users who were deleted some days ago. */
function inBin(now: Millis, from: number, to: number): UserRecord[] {
  return makeUsers(now, from, to).map((user, index) => ({
    ...user,
    deleted_at: now - (4 + 9 * index) * DAY,
  }))
}

/** About sixty users of the live customer and three of the test one. */
export function seed(now: Millis): Map<string, UserRecord[]> {
  const maria = cast(now).slice(0, 1)
  return new Map([
    ['customer-1', [...cast(now), ...makeUsers(now, 10, 61), ...inBin(now, 61, 64)]],
    ['customer-2', [...maria, ...makeUsers(now, 70, 72)]],
  ])
}
