import { describe, expect, it } from 'vitest'
import type { CreateUser, UserQuery } from '../types'
import { createFakeBackend, type FakeOptions } from '.'

const NOW = Date.parse('2026-06-15T10:00:00Z')
const MARIA = 'maria.keller@alpenkiosk.example'
const AYLIN = 'aylin.yilmaz@alpenkiosk.example'
const SUPPORT = 'pierre.dubois@alpenkiosk.example'
const LIVE = 'customer-1'

function fake(options: FakeOptions = {}) {
  return createFakeBackend({ as: MARIA, now: () => NOW, ...options })
}

function query(changes: Partial<UserQuery> = {}): UserQuery {
  return {
    search: null,
    status: [],
    role: [],
    location: [],
    kind: null,
    origin: [],
    second_factor: [],
    sign_in_way: [],
    never_signed_in: false,
    idle_days: null,
    sort: 'name',
    order: 'ascending',
    cursor: null,
    limit: null,
    count: false,
    ...changes,
  }
}

function newUser(changes: Partial<CreateUser> = {}): CreateUser {
  return {
    kind: 'verified',
    email: 'nina.hofer@alpenkiosk.example',
    given_name: 'Nina',
    family_name: 'Hofer',
    language: 'de',
    role_ids: ['role-cashier'],
    scope: { kind: 'all', location_ids: [] },
    invite: false,
    ask_approval: false,
    sign_in_way: 'password',
    ...changes,
  }
}

describe('the list', () => {
  it('holds about sixty users in every status but deleted', async () => {
    const { items } = await fake().listUsers(LIVE, query({ limit: 200 }))
    expect(items.length).toBeGreaterThanOrEqual(58)
    expect(new Set(items.map(({ status }) => status.kind)).size).toBe(8)
  })

  it('walks 100,000 rows by cursor, forth and back', async () => {
    const backend = fake({ rows: 100_000 })
    const first = await backend.listUsers(LIVE, query({ count: true }))
    expect(first.page.total).toBeGreaterThan(100_000)
    const second = await backend.listUsers(LIVE, query({ cursor: first.page.next_cursor }))
    const back = await backend.listUsers(LIVE, query({ cursor: second.page.previous_cursor }))
    expect(back.items).toEqual(first.items)
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id)
    // Making and sorting the rows takes a second; a busy machine needs more.
  }, 60_000)

  it('finds fragments of three letters anywhere and shorter ones at the start of a word', async () => {
    const backend = fake()
    const found = async (search: string) =>
      (await backend.listUsers(LIVE, query({ search }))).items.map((row) => row.family_name)
    expect(await found('elle mari')).toEqual(['Keller'])
    expect(await found('el')).not.toContain('Keller')
  })

  it('refuses who may not see users, and other customers', async () => {
    await expect(
      fake({ as: 'sofia.rossi@alpenkiosk.example' }).listUsers(LIVE, query()),
    ).rejects.toMatchObject({ code: 'permission_missing', params: { permission: 'users.view' } })
    await expect(fake({ as: AYLIN }).listUsers('customer-2', query())).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('shows a limited administrator only users within their locations', async () => {
    const { items } = await fake({ as: AYLIN }).listUsers(LIVE, query({ limit: 200 }))
    expect(items.length).toBeGreaterThan(0)
    expect(items.every(({ scope }) => scope === 'only')).toBe(true)
  })
})

describe('actions', () => {
  it('refuses own access', async () => {
    const backend = fake()
    const { me } = await backend.startUp()
    const user = await backend.readUser(LIVE, me?.user_id ?? '')
    expect(user.actions.every(({ refusal }) => refusal === 'own_access')).toBe(true)
    await expect(backend.deactivateUser(LIVE, user.id, user.version)).rejects.toMatchObject({
      code: 'own_access',
    })
  })

  it('refuses what the caller lacks', async () => {
    const user = await fake({ as: SUPPORT }).readUser(LIVE, 'user-000001')
    expect(user.actions[0]?.refusal).toBe('permission_missing')
    const admin = fake({ as: AYLIN })
    await expect(
      admin.createUser(
        LIVE,
        newUser({
          role_ids: ['role-finance'],
          scope: { kind: 'only', location_ids: ['location-2'] },
        }),
        'k',
      ),
    ).rejects.toMatchObject({ code: 'grants_more' })
    await expect(admin.createUser(LIVE, newUser(), 'k')).rejects.toMatchObject({
      code: 'outside_locations',
    })
  })

  it('answers stale when somebody else was quicker', async () => {
    const backend = fake()
    const user = await backend.readUser(LIVE, 'user-000001')
    backend.controls.changeBehind(user.id)
    await expect(backend.deactivateUser(LIVE, user.id, user.version)).rejects.toMatchObject({
      code: 'stale',
    })
  })

  it('deactivates, reactivates and writes the activity', async () => {
    const backend = fake()
    const user = await backend.readUser(LIVE, 'user-000001')
    const off = await backend.deactivateUser(LIVE, user.id, user.version)
    expect(off.status.kind).toBe('deactivated')
    const on = await backend.reactivateUser(LIVE, user.id, off.version)
    expect(on.status.kind).toBe('active')
    const { items } = await backend.listAuditEvents(LIVE, {
      about: user.id,
      action: [],
      from: null,
      until: null,
      cursor: null,
      limit: null,
    })
    expect(items.slice(0, 2).map(({ action }) => action)).toEqual([
      'user_reactivated',
      'user_deactivated',
    ])
  })
})

describe('creating', () => {
  it('creates once per key and names every bad field', async () => {
    const backend = fake()
    const created = await backend.createUser(LIVE, newUser(), 'key-1')
    expect(created.status.kind).toBe('not_invited')
    expect((await backend.createUser(LIVE, newUser(), 'key-1')).id).toBe(created.id)
    await expect(backend.createUser(LIVE, newUser(), 'key-2')).rejects.toMatchObject({
      code: 'user_exists',
    })
    const bad = newUser({
      given_name: ' ',
      family_name: 'x'.repeat(101),
      email: 'nina',
      role_ids: [],
      scope: { kind: 'only', location_ids: [] },
    })
    await expect(backend.createUser(LIVE, bad, 'key-3')).rejects.toMatchObject({
      errors: [
        { field: 'given_name', code: 'required' },
        { field: 'family_name', code: 'too_long' },
        { field: 'email', code: 'not_an_email' },
        { field: 'role_ids', code: 'too_few' },
        { field: 'scope.location_ids', code: 'too_few' },
      ],
    })
  })

  it('shows the link of an unverified user once', async () => {
    const backend = fake()
    const request = newUser({ kind: 'unverified', email: null })
    const user = await backend.createUser(LIVE, request, 'key-1')
    expect(user.sign_in_name).toMatch(/^u-[0-9a-z]{4}-[0-9a-z]{4}$/)
    const first = await backend.inviteUser(LIVE, user.id, 'key-2')
    expect(first.hand_over?.link).toContain('/account/activate/')
    expect((await backend.inviteUser(LIVE, user.id, 'key-2')).hand_over).toBeNull()
  })
})

describe('faults', () => {
  it('cuts the connection, tells the app, and mends it', async () => {
    const backend = fake()
    const heard: boolean[] = []
    backend.onConnectionChanged((online) => heard.push(online))
    backend.controls.setOnline(false)
    await expect(backend.listUsers(LIVE, query())).rejects.toMatchObject({ code: 'offline' })
    backend.controls.setOnline(true)
    await expect(backend.listUsers(LIVE, query())).resolves.toBeDefined()
    expect(heard).toEqual([false, true])
  })

  it('fails the next call of a command only', async () => {
    const backend = fake()
    backend.controls.failNext('me', 'unavailable')
    await expect(backend.me()).rejects.toMatchObject({ code: 'unavailable' })
    await expect(backend.me()).resolves.toMatchObject({ sign_in_name: MARIA })
  })
})
