import type { RoleLabel, ScopeKind } from '../ipc/types'
import type { L10n } from '../l10n'

/** A person as they are spoken of. */
export function personName({
  given_name,
  family_name,
}: {
  given_name: string
  family_name: string
}) {
  return `${given_name} ${family_name}`
}

/** A role's name: built-in ones come from the catalogues, others from the customer. */
export function roleName(l10n: L10n, { built_in, name }: Omit<RoleLabel, 'id'>): string {
  return built_in ? l10n.text(`role-${built_in}`) : (name ?? '')
}

/** How far somebody reaches, in a few words. */
export function reachName(l10n: L10n, scope: ScopeKind, count: number): string {
  return scope === 'only' ? l10n.text('scope-only-count', { count }) : l10n.text(`scope-${scope}`)
}
