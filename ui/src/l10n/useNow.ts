import { useSyncExternalStore } from 'react'

const TICK = 30_000

let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (timer === undefined) {
    now = Date.now()
    timer = setInterval(() => {
      now = Date.now()
      for (const each of listeners) {
        each()
      }
    }, TICK)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
}

/** The time for "5 hours ago", in milliseconds; one clock for the whole screen, every 30 seconds. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now)
}
