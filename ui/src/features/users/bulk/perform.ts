import { toScope } from '../../../access/scope/scopeChoice'
import { backend, type RoleLabel, type Scope, type User, type UserRow } from '../../../ipc/client'
import { directOf } from '../roles/RoleChoices'
import type { ActionOutcome, useUserActions } from '../useUserActions'
import type { BulkTask } from './task'

/**
 * The first time, another time after a failure, to ask a second administrator who has to agree, or as the
 * undo of what was done.
 */
export type Turn = 'first' | 'again' | 'ask' | 'back'

/** That a second administrator is asked, and nothing has changed. */
export interface Asked {
  asked: true
}

const NOTHING: ActionOutcome = { handOver: null }

/** What a run remembers from one turn to the next. */
export interface Memory {
  /** The idempotency key of each user's creation: the same one again after a lost connection. */
  keys: Map<string, string>
  /** Where users reached before their locations were set. */
  former: Map<string, Scope>
}

/**
 * Takes one step of a task for one user: exactly the action on one user. In a later turn they are read
 * again, and who is there already is done: an answer that was lost has changed nothing twice.
 */
export async function perform(
  customerId: string,
  task: BulkTask,
  row: UserRow,
  turn: Turn,
  memory: Memory,
  call: ReturnType<typeof useUserActions>['call'],
): Promise<ActionOutcome | Asked> {
  switch (task.kind) {
    case 'add_role':
    case 'remove_role': {
      if (turn === 'ask') {
        return askFor(customerId, task, row, memory)
      }
      const user = turn === 'first' ? row : await backend.readUser(customerId, row.id)
      const role_ids = rolesAfter(task, user.roles)
      if (role_ids.length !== user.roles.length) {
        await backend.changeRoles(customerId, user.id, user.version, { role_ids })
      }
      return NOTHING
    }
    case 'set_scope': {
      const user = await backend.readUser(customerId, row.id)
      if (!memory.former.has(row.id)) {
        memory.former.set(row.id, user.scope)
      }
      const scope = toScope(task.choice)
      // The first time it is what the preview was made of: a change since then is not overwritten.
      const { version } = turn === 'first' ? row : user
      await backend.changeScope(customerId, user.id, version, { scope })
      return NOTHING
    }
    case 'put_back': {
      const scope = task.former.get(row.id)
      if (scope) {
        const { version } = await backend.readUser(customerId, row.id)
        await backend.changeScope(customerId, row.id, version, { scope })
      }
      return NOTHING
    }
    default: {
      const user = turn === 'first' ? row : await backend.readUser(customerId, row.id)
      if (turn === 'again' && isDone(task, user)) {
        return NOTHING
      }
      return call(task.kind, user, keyOf(memory, task, row))
    }
  }
}

/** As the dialog of one user asks: with what they have besides as it is. */
async function askFor(
  customerId: string,
  task: Extract<BulkTask, { role: unknown }>,
  row: UserRow,
  memory: Memory,
): Promise<Asked> {
  const user = await backend.readUser(customerId, row.id)
  const request = {
    kind: 'critical_grant' as const,
    user_id: user.id,
    role_ids: rolesAfter(task, user.roles),
    permissions: directOf(user),
  }
  await backend.askChange(customerId, request, keyOf(memory, task, row))
  return { asked: true }
}

function rolesAfter(
  task: Extract<BulkTask, { role: unknown }>,
  roles: readonly RoleLabel[],
): string[] {
  const others = roles.map(({ id }) => id).filter((id) => id !== task.role.id)
  return task.kind === 'add_role' ? [...others, task.role.id] : others
}

/** Whether a user is where the task would bring them. Links are told apart by their key instead. */
function isDone({ kind }: BulkTask, { status }: Pick<User, 'status'>): boolean {
  switch (kind) {
    case 'deactivate':
      return status.kind === 'deactivated'
    case 'delete':
      return status.kind === 'deleted'
    case 'reactivate':
      return status.kind !== 'deactivated' && status.kind !== 'deleted'
    case 'restore':
      return status.kind !== 'deleted'
    case 'unlock':
      return status.kind !== 'locked_attempts'
    default:
      return false
  }
}

function keyOf({ keys }: Memory, { kind }: BulkTask, { id }: UserRow): string {
  const name = `${kind} ${id}`
  const key = keys.get(name) ?? crypto.randomUUID()
  keys.set(name, key)
  return key
}
