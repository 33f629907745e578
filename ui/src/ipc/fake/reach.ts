import type { Scope } from '../types'

export interface FakeGroup {
  id: string
  name: string
  version: number
  location_ids: string[]
}

const SEEDED: FakeGroup[] = [
  {
    id: 'group-1',
    name: 'Region Zürich',
    version: 1,
    location_ids: ['location-1', 'location-2', 'location-8'],
  },
  { id: 'group-2', name: 'Town centres', version: 1, location_ids: ['location-2', 'location-8'] },
]
/** The groups of locations of the sample merchant. */
export const GROUPS: FakeGroup[] = []

/** Starts anew with the groups of the sample merchant. */
export function seedGroups(): void {
  const seeded = SEEDED.map((group) => ({ ...group, location_ids: [...group.location_ids] }))
  GROUPS.splice(0, GROUPS.length, ...seeded)
}

/** A scope with its groups as they are (`ScopeChoice::reach`). */
export function reached(scope: Scope): Scope {
  if (scope.kind !== 'only') {
    return scope
  }
  const through = GROUPS.filter(({ id }) => scope.group_ids?.includes(id))
  const ids = [...(scope.location_ids ?? []), ...through.flatMap((group) => group.location_ids)]
  return {
    kind: ids.length === 0 ? 'none_yet' : 'only',
    location_ids: [...new Set(ids)],
    group_ids: [],
  }
}

/** Whether every group of a scope is there. */
export function groupsExist({ group_ids = [] }: Scope): boolean {
  return group_ids.every((id) => GROUPS.some((group) => group.id === id))
}
