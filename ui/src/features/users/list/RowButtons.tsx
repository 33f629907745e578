import { isLock } from '../../../app/LockedReason'
import { IconButton, type IconName } from '../../../components'
import type { UserRow } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import type { Refusal } from '../bulk/refusal'
import { personName } from '../names'
import type { ButtonAction } from '../useUserActions'
import styles from './RowButtons.module.css'

export interface RowButtonsProps {
  row: UserRow
  onOpen: (userId: string) => void
  onAct: (action: ButtonAction, row: UserRow) => void
  refusal: (action: ButtonAction, row: UserRow) => Refusal | null
}

/**
 * The end of each row (S13): the step that is due, if one is, then the pencil and the red bin. In the bin
 * itself the way back stands in place of the bin.
 */
export function RowButtons({ row, onOpen, onAct, refusal }: RowButtonsProps) {
  const { text } = useL10n()
  const name = personName(row)
  const due = DUE.find((action) => refusal(action, row) === null && isDue(action, row))
  const last = row.status.kind === 'deleted' ? 'restore' : 'delete'
  const refused = refusal(last, row)
  const locked = refused !== null && isLock(refused.code)
  return (
    <span className={styles.buttons}>
      {due && (
        <IconButton
          icon={ICON[due]}
          label={text(`users-row-${due === 'invite' ? inviting(row) : due}`, { name })}
          onPress={() => onAct(due, row)}
        />
      )}
      <IconButton
        icon="edit"
        label={text('users-row-open', { name })}
        onPress={() => onOpen(row.id)}
      />
      <IconButton
        icon={locked ? 'locked' : last}
        danger={last === 'delete' && refused === null}
        label={text(`users-row-${last}`, { name })}
        onPress={() => onAct(last, row)}
      />
    </span>
  )
}

/** What helps somebody on, the most urgent first. */
const DUE = ['invite', 'unlock', 'send_reset_link', 'reactivate'] as const

const ICON: Record<(typeof DUE)[number], IconName> = {
  invite: 'mail',
  unlock: 'unlock',
  send_reset_link: 'key',
  reactivate: 'power',
}

/** A first invitation, another one, or a link that is shown here to be copied and handed over. */
function inviting({ kind, status }: UserRow): 'invite' | 'resend' | 'make_link' {
  if (kind === 'unverified') {
    return 'make_link'
  }
  return status.kind === 'not_invited' ? 'invite' : 'resend'
}

/** A reset link is possible for most, and due where nothing else lifts the lock (S81). */
function isDue(action: (typeof DUE)[number], row: UserRow): boolean {
  return action !== 'send_reset_link' || row.status.kind === 'locked_inactivity'
}
