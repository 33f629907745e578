import { useLayoutEffect, useState } from 'react'
import type { IpcFailure } from '../ipc/client'

const SECOND = 1_000

/** How many seconds a refusal still asks to wait (`retry_after`), counted down; 0 where it does not. */
export function useWait(failure: IpcFailure | null): number {
  return useCountdown(Number(failure?.params['retry_after'] ?? 0), failure)
}

/** How many of these seconds are left since something came, which is told apart from others by what it is. */
export function useCountdown(seconds: number, since: object | null): number {
  const [left, setLeft] = useState(0)
  // Before it is painted: the button must not be free for a moment.
  useLayoutEffect(() => {
    if (since === null || !(seconds > 0)) {
      setLeft(0)
      return undefined
    }
    const until = performance.now() + seconds * SECOND
    const timer = setInterval(tick, SECOND)
    function tick() {
      const rest = Math.ceil((until - performance.now()) / SECOND)
      setLeft(Math.max(rest, 0))
      if (rest <= 0) {
        clearInterval(timer)
      }
    }
    tick()
    return () => clearInterval(timer)
  }, [since, seconds])
  return left
}

/** A wait as on a clock: "12:31", "0:07". */
export function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
