import { permissionList } from '../../../access/accessChange'
import { places } from '../../../access/scope/scopeChange'
import { isComplete, type ScopeChoice } from '../../../access/scope/scopeChoice'
import type { CataloguePermission, UserRow } from '../../../ipc/types'
import type { L10n } from '../../../l10n'
import { roleName } from '../names'
import { type Preview, roleEffect } from './preview'
import type { Asking } from './refusal'
import type { BulkTask } from './task'

/** What is gained and lost by a selection, in plain sentences; nothing while the choice is open. */
export function effectSentences(
  l10n: L10n,
  task: BulkTask,
  { possible, same }: Preview,
  asking: Asking,
  catalogue: readonly CataloguePermission[],
): string[] {
  const count = possible.length
  const unchanged =
    same.length === 0 ? [] : [l10n.text(`bulk-same-${task.kind}`, { count: same.length })]
  if (count === 0) {
    return [l10n.text('bulk-nobody'), ...unchanged]
  }
  switch (task.kind) {
    case 'add_role':
    case 'remove_role': {
      const { permissions, alike } = roleEffect(task, possible, asking, catalogue)
      const how = permissions.length === 0 ? 'nothing' : alike ? 'alike' : 'mixed'
      const args = {
        count,
        role: roleName(l10n, task.role),
        permissions: permissionList(l10n, permissions),
      }
      return [l10n.text(`bulk-${task.kind}-${how}`, args), ...unchanged]
    }
    case 'set_scope':
      return [...scopeSentences(l10n, task.choice, possible), ...unchanged]
    default:
      return [l10n.text(`bulk-${task.kind}-means`, { count })]
  }
}

/** By where they reach now: the list does not know which locations somebody has, only how many. */
function scopeSentences(l10n: L10n, choice: ScopeChoice, rows: readonly UserRow[]): string[] {
  if (!isComplete(choice)) {
    return [l10n.text('scope-change-choose')]
  }
  const count = rows.length
  if (choice.kind !== 'only') {
    return [l10n.text(`bulk-scope-to-${choice.kind}`, { count })]
  }
  const chosen = places(l10n, [...choice.groups, ...choice.locations])
  return (['all', 'none_yet', 'only'] as const).flatMap((kind) => {
    const some = rows.filter(({ scope }) => scope === kind).length
    return some === 0 ? [] : [l10n.text(`bulk-scope-from-${kind}`, { count: some, places: chosen })]
  })
}
