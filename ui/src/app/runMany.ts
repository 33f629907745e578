import { IpcFailure, NOT_CONFIRMED } from '../ipc/client'

/** How many calls run at a time: quick, and gentle with the service. */
const AT_ONCE = 4

let running = 0

/** Whether something is being done for many at this moment: the app must not end then. */
export function isRunningMany(): boolean {
  return running > 0
}

/** What became of one item. */
export type ManyOutcome<T, R> =
  | { item: T; result: R; failure: null }
  | { item: T; result: null; failure: IpcFailure }

/**
 * Does something for many, a few at a time. A failure of one does not stop the others; an aborted
 * signal lets running calls finish and starts no more, and so does a person who does not confirm that it
 * is they: nobody is asked a thousand times.
 */
export async function runMany<T, R>(
  items: readonly T[],
  act: (item: T) => Promise<R>,
  onOutcome: (outcome: ManyOutcome<T, R>) => void,
  signal: AbortSignal,
): Promise<void> {
  const waiting = items.values()
  let refused = false
  const worker = async () => {
    for (const item of waiting) {
      if (signal.aborted || refused) {
        return
      }
      try {
        onOutcome({ item, result: await act(item), failure: null })
      } catch (thrown) {
        const failure = IpcFailure.from(thrown)
        refused ||= failure.code === NOT_CONFIRMED
        onOutcome({ item, result: null, failure })
      }
    }
  }
  running += 1
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
  } finally {
    running -= 1
  }
}
