import type { Scope, ScopeKind } from '../../ipc/types'

/** A location or a group of them, as far as a choice shows it. */
export interface Named {
  id: string
  name: string
}

/** Where somebody is to reach, as far as it has been chosen (C7). */
export interface ScopeChoice {
  kind: ScopeKind
  /** Kept when the kind changes, so that changing it back loses nothing. */
  locations: readonly Named[]
  /** Groups of locations; kept likewise. */
  groups: readonly Named[]
}

/** A choice as the service takes it. */
export function toScope({ kind, locations, groups }: ScopeChoice): Scope {
  const ids = (chosen: readonly Named[]) => (kind === 'only' ? chosen.map(({ id }) => id) : [])
  return { kind, location_ids: ids(locations), group_ids: ids(groups) }
}

/** Whether a choice can be saved: "only these" needs one location or group (C7). */
export function isComplete({ kind, locations, groups }: ScopeChoice): boolean {
  return kind !== 'only' || locations.length + groups.length > 0
}

/** Whether two choices are the same. */
export function sameScope(one: ScopeChoice, other: ScopeChoice): boolean {
  return (
    one.kind === other.kind &&
    (one.kind !== 'only' ||
      (sameNamed(one.locations, other.locations) && sameNamed(one.groups, other.groups)))
  )
}

function sameNamed(one: readonly Named[], other: readonly Named[]): boolean {
  const ids = new Set(one.map(({ id }) => id))
  return ids.size === other.length && other.every(({ id }) => ids.has(id))
}
