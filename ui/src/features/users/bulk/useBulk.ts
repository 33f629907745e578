import { useRef, useState } from 'react'
import { useChangesAnswered } from '../../../app/approvals'
import type { UserRow } from '../../../ipc/client'
import { useUserActions } from '../useUserActions'
import { type Memory, perform, type Turn } from './perform'
import { type Outcome, runBulk } from './runBulk'
import { type BulkTask, wayBack } from './task'

/** A run over several users: before, during and after. */
export interface BulkRun {
  task: BulkTask
  phase: 'running' | 'finished'
  total: number
  outcomes: readonly Outcome[]
}

/** How often progress is shown anew, in milliseconds: a thousand users are not drawn a thousand times. */
const TOLD_EVERY = 100

/** Runs a task over users and collects what became of each. */
export function useBulk(customerId: string) {
  const { call, changed } = useUserActions(customerId)
  const asked = useChangesAnswered(customerId)
  const [run, setRun] = useState<BulkRun | null>(null)
  const abort = useRef<AbortController | null>(null)
  const memory = useRef<Memory>({ keys: new Map(), former: new Map() })

  const start = async (task: BulkTask, rows: readonly UserRow[], turn: Turn) => {
    const controller = new AbortController()
    abort.current = controller
    const before = turn === 'again' || turn === 'ask' ? (run?.outcomes ?? []) : []
    const again = new Set(rows.map(({ id }) => id))
    const kept = before.filter(({ row }) => !again.has(row.id))
    const total = kept.length + rows.length
    const outcomes: Outcome[] = [...kept]
    let told = performance.now()
    setRun({ task, phase: 'running', total, outcomes: [...outcomes] })
    await runBulk(
      rows,
      (row) => perform(customerId, task, row, turn, memory.current, call),
      (outcome) => {
        outcomes.push(outcome)
        if (performance.now() - told >= TOLD_EVERY) {
          told = performance.now()
          setRun({ task, phase: 'running', total, outcomes: [...outcomes] })
        }
      },
      controller.signal,
    )
    setRun({ task, phase: 'finished', total, outcomes })
    await (turn === 'ask' ? asked() : changed())
  }

  /** What takes the finished run back, if anything does. */
  const back = run && wayBack(run.task, memory.current.former)

  return { run, start, back, cancel: () => abort.current?.abort() }
}
