import type { DecisionRefusal, Right, Role } from '../ipc/types'
import { type L10n, permissionKey } from '../l10n'
import { roleName } from './names'

/** "through Cashier and directly". */
export function sourceNames(
  l10n: L10n,
  { role_ids, direct }: Pick<Right, 'role_ids' | 'direct'>,
  roles: readonly Role[],
): string {
  const names = roles
    .filter(({ id }) => role_ids.includes(id))
    .map((role) => l10n.text('why-through-role', { role: roleName(l10n, role) }))
  return l10n.list(direct ? [...names, l10n.text('why-directly')] : names)
}

/** "No effect, because …". */
export function idleReason(l10n: L10n, idle: DecisionRefusal): string {
  switch (idle.code) {
    case 'precondition':
      return l10n.text(`precondition-${idle.precondition}`)
    case 'prerequisite_missing':
      return l10n.text('idle-prerequisite', {
        permission: l10n.text(permissionKey(idle.permission)),
      })
    case 'second_factor_missing':
      return l10n.text('idle-second-factor')
    case 'built_in_refused':
      return l10n.text('idle-built-in')
    case 'cooling':
      return l10n.text('idle-cooling', { until: l10n.dateTime(idle.until) })
    default:
      return l10n.text('idle-locations')
  }
}
