import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { backend } from '../ipc/client'

let online = true
const listeners = new Set<() => void>()

function become(next: boolean): void {
  online = next
  for (const listener of listeners) {
    listener()
  }
}

backend.onConnectionChanged(become)

/** Notes that the app started while the service could not be reached, which was before anybody listened. */
export function startedOffline(): void {
  become(false)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether the service answered last time the app core asked. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => online)
}

/** When the oldest thing on the screen was read, in milliseconds since 1970; 0 for nothing. */
export function useShownAge(): number {
  const cache = useQueryClient().getQueryCache()
  return useSyncExternalStore(
    (listener) => cache.subscribe(listener),
    () => {
      const read = cache
        .findAll({ type: 'active' })
        .map(({ state, meta }) =>
          // What was kept is as old as it was when it was kept.
          typeof meta?.readAt === 'number' ? meta.readAt : state.dataUpdatedAt,
        )
        .filter((at) => at > 0)
      return read.length === 0 ? 0 : Math.min(...read)
    },
  )
}
