import { IpcFailure } from '../../../ipc/client'
import type { HandOver, UserRow } from '../../../ipc/types'

/** What became of one user. */
export type Outcome =
  | { row: UserRow; kind: 'done'; handOver: HandOver | null }
  | { row: UserRow; kind: 'failed'; failure: IpcFailure }

/** How many calls run at a time: quick, and gentle with the service. */
const AT_ONCE = 4

/**
 * Takes an action on users one after the other, a few at a time. A failure of one does not stop the
 * others; an aborted signal lets running calls finish and starts no more.
 */
export async function runBulk(
  rows: readonly UserRow[],
  act: (row: UserRow) => Promise<{ handOver: HandOver | null }>,
  onOutcome: (outcome: Outcome) => void,
  signal: AbortSignal,
): Promise<void> {
  const waiting = [...rows]
  const worker = async () => {
    for (let row = waiting.shift(); row && !signal.aborted; row = waiting.shift()) {
      try {
        onOutcome({ row, kind: 'done', ...(await act(row)) })
      } catch (thrown) {
        onOutcome({ row, kind: 'failed', failure: IpcFailure.from(thrown) })
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}
