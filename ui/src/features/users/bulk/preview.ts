import { changeBetween, permissionsOf } from '../../../access/accessChange'
import type { CataloguePermission, Permission, UserRow } from '../../../ipc/types'
import { type Asking, type Refusal, refusalOf } from './refusal'
import { actionOf, type BulkTask } from './task'

/** What a task would do with a selection, before it is done. */
export interface Preview {
  possible: UserRow[]
  /** Those for whom nothing would change. */
  same: UserRow[]
  skipped: { row: UserRow; refusal: Refusal }[]
}

/** Divides a selection; the service decides in the end, row by row. */
export function previewOf(task: BulkTask, rows: readonly UserRow[], asking: Asking): Preview {
  const preview: Preview = { possible: [], same: [], skipped: [] }
  for (const row of rows) {
    const refusal = refusalOf(actionOf(task.kind), row, asking)
    if (refusal) {
      preview.skipped.push({ row, refusal })
    } else if (isSame(task, row)) {
      preview.same.push(row)
    } else {
      const beyond = refusalOfResult(task, row, asking)
      if (beyond) {
        preview.skipped.push({ row, refusal: beyond })
      } else {
        preview.possible.push(row)
      }
    }
  }
  return preview
}

/** Whether the task changes nothing about a user, as far as the list can tell. */
function isSame(task: BulkTask, row: UserRow): boolean {
  switch (task.kind) {
    case 'add_role':
      return row.roles.some(({ id }) => id === task.role.id)
    case 'remove_role':
      return row.roles.every(({ id }) => id !== task.role.id)
    case 'set_scope':
      // Which locations "only these" are is not in the list.
      return task.choice.kind !== 'only' && row.scope === task.choice.kind
    default:
      return false
  }
}

/** Why what would come of it cannot be. */
function refusalOfResult(task: BulkTask, row: UserRow, asking: Asking): Refusal | null {
  const limited = { code: 'administrator_limited', params: {} }
  switch (task.kind) {
    case 'add_role':
      return isAdministrators(task.role.permissions) && row.scope !== 'all' ? limited : null
    case 'remove_role':
      return row.roles.length === 1 ? { code: 'only_role', params: {} } : null
    case 'set_scope': {
      const held = permissionsOf(rolesOf(row, asking))
      return isAdministrators([...held]) && task.choice.kind !== 'all' ? limited : null
    }
    default:
      return null
  }
}

/** S69: who manages administrators reaches every location. */
function isAdministrators(permissions: readonly Permission[]): boolean {
  return permissions.includes('administrators.manage')
}

function rolesOf(row: UserRow, { roles }: Asking) {
  const held = new Set(row.roles.map(({ id }) => id))
  return roles.filter(({ id }) => held.has(id))
}

/** What users gain or lose with a role: somebody may hold a part of it through another role. */
export interface RoleEffect {
  permissions: Permission[]
  /** Whether it is the same for every one of them. */
  alike: boolean
}

/** What adding or removing a role gives or takes, over all of them; critical permissions first. */
export function roleEffect(
  task: Extract<BulkTask, { role: unknown }>,
  rows: readonly UserRow[],
  asking: Asking,
  catalogue: readonly CataloguePermission[],
): RoleEffect {
  const all = new Set<Permission>()
  const kinds = new Set<string>()
  for (const row of rows) {
    const others = permissionsOf(rolesOf(row, asking).filter(({ id }) => id !== task.role.id))
    const together = new Set([...others, ...task.role.permissions])
    const { gained } = changeBetween(others, together, catalogue)
    for (const permission of gained) {
      all.add(permission)
    }
    kinds.add(gained.join())
  }
  const { gained } = changeBetween(new Set(), all, catalogue)
  return { permissions: gained, alike: kinds.size <= 1 }
}
