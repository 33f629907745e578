import { IpcFailure } from '../ipc/client'

/** How many calls run at a time: quick, and gentle with the service. */
const AT_ONCE = 4

/** What became of one item. */
export type ManyOutcome<T, R> =
  | { item: T; result: R; failure: null }
  | { item: T; result: null; failure: IpcFailure }

/**
 * Does something for many, a few at a time. A failure of one does not stop the others; an aborted
 * signal lets running calls finish and starts no more.
 */
export async function runMany<T, R>(
  items: readonly T[],
  act: (item: T) => Promise<R>,
  onOutcome: (outcome: ManyOutcome<T, R>) => void,
  signal: AbortSignal,
): Promise<void> {
  const waiting = items.values()
  const worker = async () => {
    for (const item of waiting) {
      if (signal.aborted) {
        return
      }
      try {
        onOutcome({ item, result: await act(item), failure: null })
      } catch (thrown) {
        onOutcome({ item, result: null, failure: IpcFailure.from(thrown) })
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}
