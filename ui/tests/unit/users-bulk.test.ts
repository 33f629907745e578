import { describe, expect, it } from 'vitest'
import { type Asking, divide, isOffered, refusalOf } from '../../src/features/users/bulk/refusal'
import { type Outcome, runBulk } from '../../src/features/users/bulk/runBulk'
import { createFakeBackend } from '../../src/ipc/fake'
import type { UserRow } from '../../src/ipc/types'

const NOW = Date.parse('2026-06-15T10:00:00Z')
const LIVE = 'customer-1'

async function seenBy(name: string) {
  const backend = createFakeBackend({ as: `${name}@alpenkiosk.example`, now: () => NOW })
  const me = await backend.me()
  const membership = me.memberships[0]
  if (!membership) {
    throw new Error('nobody without a membership signs in here')
  }
  const { items: roles } = await backend.listRoles(LIVE, { count: false })
  const { items: rows } = await backend.listUsers(LIVE, {
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
    limit: 200,
    count: false,
  })
  const asking: Asking = { userId: me.user_id, membership, roles }
  return { backend, rows, asking }
}

describe('what the list says of an action', () => {
  it.each(['maria.keller', 'aylin.yilmaz', 'pierre.dubois'])(
    'is what the service says, for %s',
    async (name) => {
      const { backend, rows, asking } = await seenBy(name)
      expect(rows.length).toBeGreaterThan(2)
      for (const row of rows) {
        const user = await backend.readUser(LIVE, row.id)
        for (const { action, refusal } of user.actions) {
          if (!isOffered(action)) {
            continue
          }
          const guess = refusalOf(action, row, asking)?.code ?? null
          expect([row.id, action, guess]).toEqual([row.id, action, refusal])
        }
      }
    },
    60_000,
  )

  it('divides a selection into possible and skipped with a reason', async () => {
    const { rows, asking } = await seenBy('maria.keller')
    const { possible, skipped } = divide('reactivate', rows, asking)
    expect(possible.every(({ status }) => status.kind === 'deactivated')).toBe(true)
    expect(possible.length + skipped.length).toBe(rows.length)
    expect(new Set(skipped.map(({ refusal }) => refusal.code))).toEqual(
      new Set(['wrong_status', 'own_access', 'adopt_first']),
    )
  })
})

describe('a run over several users', () => {
  const row = (id: string) => ({ id }) as UserRow
  const NOTHING = { handOver: null }

  it('goes on after a failure and reports every one', async () => {
    const outcomes: Outcome[] = []
    await runBulk(
      ['a', 'b', 'c'].map(row),
      ({ id }) => (id === 'b' ? Promise.reject(new Error('no')) : Promise.resolve(NOTHING)),
      (outcome) => outcomes.push(outcome),
      new AbortController().signal,
    )
    expect(outcomes.map(({ row: { id }, kind }) => `${id} ${kind}`).sort()).toEqual([
      'a done',
      'b failed',
      'c done',
    ])
  })

  it('starts nothing more once it is stopped', async () => {
    const controller = new AbortController()
    const begun: string[] = []
    await runBulk(
      Array.from({ length: 40 }, (_, index) => row(String(index))),
      async ({ id }) => {
        begun.push(id)
        controller.abort()
        return NOTHING
      },
      () => undefined,
      controller.signal,
    )
    expect(begun.length).toBeLessThanOrEqual(4)
  })
})
