import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { ShownCode } from '../../ipc/client'
import type { CodeBoard } from './board'

/** The codes that are in sight. */
export const BoardContext = createContext<CodeBoard | null>(null)

const nothing = () => () => undefined

/** The codes of an entry while its row is in sight and `asked`. */
export function useCode(id: string, asked: boolean): ShownCode | undefined {
  const board = useContext(BoardContext)
  const subscribe = useCallback(
    (listener: () => void) => (asked && board ? board.watch(id, listener) : nothing()),
    [board, id, asked],
  )
  return useSyncExternalStore(subscribe, () => (asked ? board?.of(id) : undefined))
}

let second = Math.floor(Date.now() / 1_000)
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

function tick() {
  second = Math.floor(Date.now() / 1_000)
  for (const listener of listeners) {
    listener()
  }
  // At the next full second: every row counts down at once.
  timer = setTimeout(tick, 1_000 - (Date.now() % 1_000))
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    tick()
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      clearTimeout(timer)
    }
  }
}

/** The time in whole seconds since 1970, one clock for every row. */
export function useSecond(): number {
  return useSyncExternalStore(subscribe, () => second)
}
