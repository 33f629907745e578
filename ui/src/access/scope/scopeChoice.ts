import type { Scope, ScopeKind } from '../../ipc/types'

/** A location, as far as a choice shows it. */
export interface Named {
  id: string
  name: string
}

/** Where somebody is to reach, as far as it has been chosen (C7). */
export interface ScopeChoice {
  kind: ScopeKind
  /** Kept when the kind changes, so that changing it back loses nothing. */
  locations: readonly Named[]
}

/** A choice as the service takes it. */
export function toScope({ kind, locations }: ScopeChoice): Scope {
  return { kind, location_ids: kind === 'only' ? locations.map(({ id }) => id) : [] }
}

/** Whether a choice can be saved: "only these" needs one (C7). */
export function isComplete({ kind, locations }: ScopeChoice): boolean {
  return kind !== 'only' || locations.length > 0
}

/** Whether two choices reach the same. */
export function sameScope(one: ScopeChoice, other: ScopeChoice): boolean {
  if (one.kind !== other.kind) {
    return false
  }
  const ids = new Set(one.locations.map(({ id }) => id))
  return (
    one.kind !== 'only' ||
    (ids.size === other.locations.length && other.locations.every(({ id }) => ids.has(id)))
  )
}
