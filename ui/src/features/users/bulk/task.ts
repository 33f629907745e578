import type { ScopeChoice } from '../../../access/scope/scopeChoice'
import type { Role, Scope } from '../../../ipc/types'
import type { ButtonAction, DirectAction } from '../useUserActions'

/** What is to be done with each user of a selection. */
export type BulkTask =
  | { kind: DirectAction }
  | { kind: 'add_role' | 'remove_role'; role: Role }
  | { kind: 'set_scope'; choice: ScopeChoice }
  /** Takes `set_scope` back: each user reaches again what they reached before. */
  | { kind: 'put_back'; former: ReadonlyMap<string, Scope> }

export type BulkKind = BulkTask['kind']

/** The tasks that need a choice first: which role, or where. */
export type ChosenKind = 'add_role' | 'remove_role' | 'set_scope'

/** Whether a choice comes first. */
export function isChosen(kind: BulkKind): kind is ChosenKind {
  return kind === 'add_role' || kind === 'remove_role' || kind === 'set_scope'
}

/** The action on one user that the task is made of: its rules are the rules here. */
export function actionOf(kind: BulkKind): ButtonAction {
  switch (kind) {
    case 'add_role':
    case 'remove_role':
      return 'change_roles'
    case 'set_scope':
    case 'put_back':
      return 'change_scope'
    default:
      return kind
  }
}

/** What takes a task back, if anything does; `former` is where users reached before it. */
export function wayBack(task: BulkTask, former: ReadonlyMap<string, Scope>): BulkTask | null {
  switch (task.kind) {
    case 'deactivate':
      return { kind: 'reactivate' }
    case 'reactivate':
      return { kind: 'deactivate' }
    case 'delete':
      return { kind: 'restore' }
    case 'restore':
      return { kind: 'delete' }
    case 'add_role':
      return { kind: 'remove_role', role: task.role }
    case 'remove_role':
      return { kind: 'add_role', role: task.role }
    case 'set_scope':
      return { kind: 'put_back', former }
    default:
      return null
  }
}
