import type { FactorState, ListedWay, UserCounts, UserStatusKind } from '../../../ipc/types'

/** How many there are of a status; `null` while nobody has counted. */
export function countOf(counts: UserCounts | undefined, kind: UserStatusKind): number | null {
  return counts?.statuses.find(({ status }) => status === kind)?.count ?? null
}

/** How many are locked, for whatever reason. */
export function lockedOf(counts: UserCounts | undefined): number {
  return (countOf(counts, 'locked_attempts') ?? 0) + (countOf(counts, 'locked_inactivity') ?? 0)
}

/** How many have set this up, of those who get in or are only locked; `null` while nobody has counted. */
export function withFactor(counts: UserCounts | undefined, state: FactorState): number | null {
  return counts?.second_factors.find((each) => each.second_factor === state)?.count ?? null
}

/** How many sign in in this way, of those who are not in the bin; `null` while nobody has counted. */
export function inWay(counts: UserCounts | undefined, way: ListedWay): number | null {
  return counts?.sign_in_ways.find((each) => each.sign_in_way === way)?.count ?? null
}
