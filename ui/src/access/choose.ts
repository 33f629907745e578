import type { CataloguePermission, Permission } from '../ipc/types'

type Catalogue = readonly CataloguePermission[]

/** A permission and all that it rests on. */
function needs(permission: Permission, catalogue: Catalogue): Permission[] {
  const needed = catalogue.find((entry) => entry.permission === permission)?.prerequisite
  return needed ? [permission, ...needs(needed, catalogue)] : [permission]
}

/**
 * The choice after one box was ticked or cleared: editing brings viewing along (S53), and clearing
 * viewing takes editing away. `given` is held anyway, through roles.
 */
export function choose(
  chosen: readonly Permission[],
  permission: Permission,
  on: boolean,
  catalogue: Catalogue,
  given: readonly Permission[] = [],
): Permission[] {
  if (on) {
    const more = needs(permission, catalogue).filter((each) => !given.includes(each))
    return [...new Set([...chosen, ...more])]
  }
  return chosen.filter(
    (each) => each !== permission && !needs(each, catalogue).includes(permission),
  )
}
