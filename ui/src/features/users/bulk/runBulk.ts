import type { HandOver, IpcFailure, UserRow } from '../../../ipc/client'
import { runMany } from './runMany'

/** What became of one user. */
export type Outcome =
  | { row: UserRow; kind: 'done'; handOver: HandOver | null }
  | { row: UserRow; kind: 'failed'; failure: IpcFailure }

/** Takes an action on users, a few at a time. */
export async function runBulk(
  rows: readonly UserRow[],
  act: (row: UserRow) => Promise<{ handOver: HandOver | null }>,
  onOutcome: (outcome: Outcome) => void,
  signal: AbortSignal,
): Promise<void> {
  await runMany(
    rows,
    act,
    ({ item: row, result, failure }) =>
      onOutcome(failure ? { row, kind: 'failed', failure } : { row, kind: 'done', ...result }),
    signal,
  )
}
