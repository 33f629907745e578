import type { UserCounts, UserStatusKind } from '../../../ipc/types'

/** How many there are of a status; `null` while nobody has counted. */
export function countOf(counts: UserCounts | undefined, kind: UserStatusKind): number | null {
  return counts?.statuses.find(({ status }) => status === kind)?.count ?? null
}

/** How many are locked, for whatever reason. */
export function lockedOf(counts: UserCounts | undefined): number {
  return (countOf(counts, 'locked_attempts') ?? 0) + (countOf(counts, 'locked_inactivity') ?? 0)
}
