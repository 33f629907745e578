import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { backend, type UpdateStatus } from '../ipc/client'
import { isAtRest } from './atRest'

const KEY = ['updates']

/** How often the window looks whether a planned update is due, in milliseconds. */
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

/** Installs a planned update when its time has come and nothing is begun here. */
export function usePlannedUpdate(status: UpdateStatus | null): void {
  const planned = status?.phase.phase === 'offered' ? status.phase.planned_for : null
  useEffect(() => {
    if (planned === null) {
      return
    }
    const timer = setInterval(() => {
      if (Date.parse(planned) <= Date.now() && isAtRest()) {
        clearInterval(timer)
        backend.installUpdate().catch(() => undefined)
      }
    }, LOOK)
    return () => clearInterval(timer)
  }, [planned])
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
