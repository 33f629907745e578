import { describe, expect, it } from 'vitest'
import { previewOf, roleEffect } from '../../src/features/users/bulk/preview'
import type { Asking } from '../../src/features/users/bulk/refusal'
import { effectSentences } from '../../src/features/users/bulk/sentences'
import { type BulkTask, wayBack } from '../../src/features/users/bulk/task'
import { gather, MAX_SELECTED } from '../../src/features/users/list/gather'
import { IpcFailure, type Role, type UserPage, type UserRow } from '../../src/ipc/client'
import { createFakeBackend } from '../../src/ipc/fake'
import { createL10n } from '../../src/l10n/l10n'
import { bundleOf } from './words'

const NOW = Date.parse('2026-06-15T10:00:00Z')
const LIVE = 'customer-1'
const l10n = createL10n('en', 'en-GB', bundleOf('en'))

async function stage() {
  const as = 'maria.keller@alpenkiosk.example'
  const backend = createFakeBackend({ as, now: () => NOW })
  const me = await backend.me()
  const [membership] = me.memberships
  if (!membership) {
    throw new Error('Maria has a membership')
  }
  const { items: roles } = await backend.listRoles(LIVE, { count: false })
  const { items: catalogue } = await backend.listPermissions()
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
  const role = (name: string): Role => {
    const found = roles.find(({ built_in }) => built_in === name)
    if (!found) {
      throw new Error(name)
    }
    return found
  }
  return { backend, rows, asking, catalogue, role }
}

/** Whether the service would do it. */
async function tryOut(
  backend: Awaited<ReturnType<typeof stage>>['backend'],
  task: BulkTask,
  row: UserRow,
): Promise<string> {
  try {
    if (task.kind === 'add_role' || task.kind === 'remove_role') {
      const others = row.roles.map(({ id }) => id).filter((id) => id !== task.role.id)
      const role_ids = task.kind === 'add_role' ? [...others, task.role.id] : others
      await backend.changeRoles(LIVE, row.id, row.version, { role_ids })
    } else if (task.kind === 'set_scope') {
      const scope = {
        kind: task.choice.kind,
        location_ids: task.choice.locations.map(({ id }) => id),
      }
      await backend.changeScope(LIVE, row.id, row.version, { scope })
    }
    return 'done'
  } catch (thrown) {
    return IpcFailure.from(thrown).code
  }
}

describe('the preview of a selection', () => {
  it('foresees what the service does with each row', async () => {
    const { role } = await stage()
    const tasks: BulkTask[] = [
      { kind: 'add_role', role: role('support') },
      { kind: 'add_role', role: role('merchant_administrator') },
      { kind: 'remove_role', role: role('cashier') },
      { kind: 'set_scope', choice: { kind: 'none_yet', locations: [], groups: [] } },
      {
        kind: 'set_scope',
        choice: { kind: 'only', locations: [{ id: 'location-1', name: 'Airport' }], groups: [] },
      },
    ]
    for (const task of tasks) {
      const { backend, rows, asking } = await stage()
      const { possible, same, skipped } = previewOf(task, rows, asking)
      expect(possible.length + same.length + skipped.length).toBe(rows.length)
      for (const row of possible) {
        expect([row.id, task.kind, await tryOut(backend, task, row)]).toEqual([
          row.id,
          task.kind,
          'done',
        ])
      }
      for (const { row, refusal } of skipped) {
        // What the service names by field, the list says in words of its own.
        const named = { administrator_limited: 'invalid_fields', only_role: 'invalid_fields' }
        const expected = named[refusal.code as keyof typeof named] ?? refusal.code
        expect([row.id, await tryOut(backend, task, row)]).toEqual([row.id, expected])
      }
    }
  })

  it('says in one sentence what is gained, who has it already, and that others keep a part', async () => {
    const { rows, asking, catalogue, role } = await stage()
    const task: BulkTask = { kind: 'add_role', role: role('support') }
    const preview = previewOf(task, rows, asking)
    const text = effectSentences(l10n, task, preview, asking, catalogue).join(' ')
    expect(text).toContain(`${preview.possible.length} users get the role “Support”`)
    expect(text).toContain(`${preview.same.length} have it already.`)
    const { permissions, alike } = roleEffect(task, preview.possible, asking, catalogue)
    expect(permissions.every((each) => task.role.permissions.includes(each))).toBe(true)
    expect(alike).toBe(false)
    expect(text).toContain('unless another role gives it already')
    const [one] = preview.possible
    const single = { possible: one ? [one] : [], same: [], skipped: [] }
    expect(effectSentences(l10n, task, single, asking, catalogue).join(' ')).toMatch(
      /^1 user gets the role “Support” and gains: /,
    )
    const nobody = { possible: [], same: preview.same, skipped: [] }
    expect(effectSentences(l10n, task, nobody, asking, catalogue)[0]).toMatch(
      /^Nothing would change/,
    )
  })

  it('tells locations by where people reach now', async () => {
    const { rows, asking, catalogue } = await stage()
    const choice = {
      kind: 'only' as const,
      locations: [{ id: 'location-1', name: 'Airport' }],
      groups: [],
    }
    const task: BulkTask = { kind: 'set_scope', choice }
    const text = effectSentences(l10n, task, previewOf(task, rows, asking), asking, catalogue)
    expect(text.join(' ')).toMatch(/keep Airport and lose every other location/)
    expect(text.join(' ')).toMatch(/with chosen locations reach exactly Airport afterwards/)
    const none: BulkTask = {
      kind: 'set_scope',
      choice: { kind: 'only', locations: [], groups: [] },
    }
    expect(effectSentences(l10n, none, previewOf(none, rows, asking), asking, catalogue)[0]).toBe(
      'Choose at least one location.',
    )
  })

  it('knows the way back of what has one', async () => {
    const { role } = await stage()
    const support = role('support')
    const former = new Map()
    expect(wayBack({ kind: 'add_role', role: support }, former)).toEqual({
      kind: 'remove_role',
      role: support,
    })
    expect(wayBack({ kind: 'delete' }, former)).toEqual({ kind: 'restore' })
    expect(wayBack({ kind: 'invite' }, former)).toBeNull()
    expect(wayBack({ kind: 'put_back', former }, former)).toBeNull()
  })
})

describe('gathering everybody whom a filter lets through', () => {
  const pages =
    (count: number) =>
    async (cursor: string | null): Promise<UserPage> => {
      const start = Number(cursor ?? 0)
      const end = Math.min(start + 200, count)
      const items = Array.from({ length: end - start }, (_, index) => ({ id: `u${start + index}` }))
      const next_cursor = end < count ? String(end) : null
      return {
        items: items as UserRow[],
        page: { next_cursor, previous_cursor: null, total: null },
      }
    }

  it('goes through all pages, up to a thousand', async () => {
    expect((await gather(pages(MAX_SELECTED)))?.length).toBe(MAX_SELECTED)
    expect((await gather(pages(0)))?.length).toBe(0)
    expect(await gather(pages(MAX_SELECTED + 1))).toBeNull()
  })
})
