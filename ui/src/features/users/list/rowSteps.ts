import { isLock } from '../../../app/locks'
import type { IconName } from '../../../components/Icon/icons'
import type { UserRow } from '../../../ipc/types'
import { type Asking, refusalOf } from '../bulk/refusal'

/** What helps somebody on, the most urgent first. */
const DUE = ['invite', 'unlock', 'send_reset_link', 'reactivate'] as const

export type DueStep = (typeof DUE)[number]

/** What the end of a row offers: the step that is due, if one is, and the way into the bin or out of it. */
export interface RowSteps {
  due: DueStep | undefined
  last: 'delete' | 'restore'
  lastIcon: IconName
  /** The last one takes somebody away, and can be done. */
  danger: boolean
}

export const DUE_ICON: Record<DueStep, IconName> = {
  invite: 'mail',
  unlock: 'unlock',
  send_reset_link: 'key',
  reactivate: 'power',
}

/** What the end of a row offers to who asks. */
export function stepsOf(row: UserRow, asking: Asking): RowSteps {
  const due = DUE.find((action) => refusalOf(action, row, asking) === null && isDue(action, row))
  const last = row.status.kind === 'deleted' ? 'restore' : 'delete'
  const refused = refusalOf(last, row, asking)
  const locked = refused !== null && isLock(refused.code)
  return {
    due,
    last,
    lastIcon: locked ? 'locked' : last,
    danger: last === 'delete' && refused === null,
  }
}

/** A reset link is possible for most, and due where nothing else lifts the lock (S81). */
function isDue(action: DueStep, row: UserRow): boolean {
  return action !== 'send_reset_link' || row.status.kind === 'locked_inactivity'
}
