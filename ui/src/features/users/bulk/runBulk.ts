import { runMany } from '../../../app/runMany'
import type { HandOver, IpcFailure, UserRow } from '../../../ipc/client'
import type { ActionOutcome } from '../useUserActions'
import type { Asked } from './perform'

/** What became of one user. */
export type Outcome =
  | { row: UserRow; kind: 'done'; handOver: HandOver | null }
  /** A second administrator is asked; nothing has changed yet. */
  | { row: UserRow; kind: 'asked' }
  | { row: UserRow; kind: 'failed'; failure: IpcFailure }

/** Takes an action on users, a few at a time. */
export async function runBulk(
  rows: readonly UserRow[],
  act: (row: UserRow) => Promise<ActionOutcome | Asked>,
  onOutcome: (outcome: Outcome) => void,
  signal: AbortSignal,
): Promise<void> {
  await runMany(
    rows,
    act,
    ({ item: row, result, failure }) =>
      onOutcome(
        failure
          ? { row, kind: 'failed', failure }
          : 'asked' in result
            ? { row, kind: 'asked' }
            : { row, kind: 'done', ...result },
      ),
    signal,
  )
}
