import type { Role } from '../../../ipc/client'
import type { L10n } from '../../../l10n'
import { roleName } from '../names'
import type { UserFilters } from './userQuery'

/** One removable chip per value of a filter that is on; its id is `facet:value`. */
export function filterChips(
  l10n: L10n,
  filters: UserFilters,
  roles: readonly Role[],
  locations: ReadonlyMap<string, string>,
): { id: string; label: string }[] {
  const { text } = l10n
  const roleNamed = (id: string) => {
    const role = roles.find((each) => each.id === id)
    return role ? roleName(l10n, role) : text('users-filter-role')
  }
  return [
    ...filters.status.map((kind) => ({ id: `status:${kind}`, label: text(`status-${kind}`) })),
    ...filters.role.map((id) => ({ id: `role:${id}`, label: roleNamed(id) })),
    ...filters.location.map((id) => ({
      id: `location:${id}`,
      label: locations.get(id) ?? text('users-filter-location'),
    })),
    ...filters.origin.map((id) => ({ id: `origin:${id}`, label: text(`origin-${id}`) })),
    ...filters.factor.map((id) => ({ id: `factor:${id}`, label: text(`factor-${id}-long`) })),
    ...filters.way.map((id) => ({ id: `way:${id}`, label: text(`listed-way-${id}`) })),
    ...(filters.neverSignedIn ? [{ id: 'never', label: text('filters-sign-in-never') }] : []),
    ...(filters.idleDays === null
      ? []
      : [
          {
            id: 'idle',
            label: text('filters-sign-in-idle', { days: l10n.number(filters.idleDays) }),
          },
        ]),
    ...(filters.kind ? [{ id: `kind:${filters.kind}`, label: text(`kind-${filters.kind}`) }] : []),
  ]
}
