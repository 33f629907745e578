import { useRef, useState } from 'react'
import { backend, type UserRow } from '../../../ipc/client'
import { type DirectAction, useUserActions } from '../useUserActions'
import { type Outcome, runBulk } from './runBulk'

/** A run over several users: before, during and after. */
export interface BulkRun {
  phase: 'running' | 'finished'
  total: number
  outcomes: readonly Outcome[]
}

/** Runs an action over users and collects what became of each. */
export function useBulk(customerId: string) {
  const { call, changed } = useUserActions(customerId)
  const [run, setRun] = useState<BulkRun | null>(null)
  const abort = useRef<AbortController | null>(null)

  const start = async (
    action: DirectAction,
    rows: readonly UserRow[],
    turn: 'first' | 'again' | 'back',
  ) => {
    const controller = new AbortController()
    abort.current = controller
    const kept = turn === 'again' ? (run?.outcomes ?? []).filter(({ kind }) => kind === 'done') : []
    const total = kept.length + rows.length
    let outcomes: readonly Outcome[] = kept
    setRun({ phase: 'running', total, outcomes })
    await runBulk(
      rows,
      async (row) => {
        // What was read for the first turn is out of date by now: ask for the version again.
        const user = turn === 'first' ? row : await backend.readUser(customerId, row.id)
        return call(action, user)
      },
      (outcome) => {
        outcomes = [...outcomes, outcome]
        setRun({ phase: 'running', total, outcomes })
      },
      controller.signal,
    )
    setRun({ phase: 'finished', total, outcomes })
    await changed()
  }

  return { run, start, cancel: () => abort.current?.abort() }
}
