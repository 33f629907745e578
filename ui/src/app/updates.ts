import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { backend, type UpdateStatus } from '../ipc/client'
import { begun } from './begun'
import { useSession } from './session'
import { whereOneWorks } from './wasAt'

const KEY = ['updates']

/** How often the window looks whether what waits for a quiet moment can be done, in milliseconds. */
const LOOK = 60_000

/** How updates of the app stand; nothing until the core has said so. */
export function useUpdates(): UpdateStatus | null {
  const client = useQueryClient()
  const { data } = useQuery({ queryKey: KEY, queryFn: () => backend.readUpdates() })
  useEffect(
    () => backend.onUpdateChanged((status) => client.setQueryData<UpdateStatus>(KEY, status)),
    [client],
  )
  return data ?? null
}

let restartWaits = false
const listeners = new Set<() => void>()

/** Whether the app is to be started anew once nothing is begun here; `letRestartWait` says so. */
export function useRestartWaits(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => restartWaits,
  )
}

/** Has the app started anew once nothing is begun here, or no more. */
export function letRestartWait(waits: boolean): void {
  restartWaits = waits
  for (const listener of listeners) {
    listener()
  }
}

/** Whether this page is to do something once nothing is begun on it. */
export function waitsForQuietMoment(client: QueryClient): boolean {
  const phase = client.getQueryData<UpdateStatus>(KEY)?.phase
  return restartWaits || (phase?.phase === 'offered' && phase.planned_for !== null)
}

/** Does what waits for a quiet moment: a planned installation whose time has come, and a restart. */
export function useQuietMoment(status: UpdateStatus | null): void {
  const person = useSession().me.user_id
  const planned = status?.phase.phase === 'offered' ? status.phase.planned_for : null
  const restart = useRestartWaits() && isRestartOpen(status)
  useEffect(() => {
    if (planned === null && !restart) {
      return
    }
    const isDue = () => planned === null || Date.parse(planned) <= Date.now()
    const timer = setInterval(() => {
      if (isDue() && begun().length === 0) {
        clearInterval(timer)
        // One wish, one try: a restart that fails is not made again by itself with the next version.
        letRestartWait(false)
        const act = restart ? backend.restartUpdated(whereOneWorks(person)) : installPlanned()
        act.catch(() => undefined)
      }
    }, LOOK)
    return () => clearInterval(timer)
  }, [planned, restart, person])
}

/** Whether a restart leads into another version. */
function isRestartOpen(status: UpdateStatus | null): boolean {
  return status?.phase.phase === 'installed' || status?.phase.phase === 'ready'
}

/** Whoever planned an installation has planned the restart that it takes, too. */
async function installPlanned(): Promise<void> {
  const { phase } = await backend.installUpdate()
  if (phase.phase === 'ready') {
    letRestartWait(true)
  }
}

/** The next time that it is two in the night here. */
export function tonight(now: number): string {
  const at = new Date(now)
  at.setHours(2, 0, 0, 0)
  if (at.getTime() <= now) {
    at.setDate(at.getDate() + 1)
  }
  return at.toISOString()
}
