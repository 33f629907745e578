import type { CataloguePermission, Permission, Role } from '../ipc/types'
import { type L10n, permissionKey } from '../l10n'

/** What somebody may do afterwards that they might not before, and the other way round. */
export interface AccessChange {
  gained: Permission[]
  lost: Permission[]
}

/** How many permissions a sentence names before it counts the rest. */
const NAMED = 4

/** What a change of roles does, critical permissions first, else in the order of the catalogue. */
export function accessChange(
  before: readonly Role[],
  after: readonly Role[],
  catalogue: readonly CataloguePermission[],
): AccessChange {
  return changeBetween(permissionsOf(before), permissionsOf(after), catalogue)
}

/** As `accessChange`, of permissions. */
export function changeBetween(
  had: ReadonlySet<Permission>,
  has: ReadonlySet<Permission>,
  catalogue: readonly CataloguePermission[],
): AccessChange {
  const ordered = [...catalogue].sort((a, b) => Number(b.critical) - Number(a.critical))
  const only = (these: ReadonlySet<Permission>, notThose: ReadonlySet<Permission>) =>
    ordered
      .map(({ permission }) => permission)
      .filter((permission) => these.has(permission) && !notThose.has(permission))
  return { gained: only(has, had), lost: only(had, has) }
}

/** What roles allow together. */
export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  return new Set(roles.flatMap(({ permissions }) => permissions))
}

/** The change in one plain sentence. */
export function describeChange(l10n: L10n, name: string, { gained, lost }: AccessChange): string {
  const args = { name, gained: permissionList(l10n, gained), lost: permissionList(l10n, lost) }
  if (gained.length > 0 && lost.length > 0) {
    return l10n.text('roles-change-gains-and-loses', args)
  }
  if (gained.length > 0) {
    return l10n.text('roles-change-gains', args)
  }
  if (lost.length > 0) {
    return l10n.text('roles-change-loses', args)
  }
  return l10n.text('roles-change-same', args)
}

/** "Credit, Payouts and 7 more". */
export function permissionList(l10n: L10n, permissions: readonly Permission[]): string {
  // Naming all but one and then "1 more" would save no room.
  const named = permissions.length <= NAMED + 1 ? permissions : permissions.slice(0, NAMED)
  const names = named.map((permission) => l10n.text(permissionKey(permission)))
  const rest = permissions.length - named.length
  return l10n.list(rest > 0 ? [...names, l10n.text('roles-change-more', { count: rest })] : names)
}
