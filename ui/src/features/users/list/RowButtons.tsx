import { IconButton, type IconName } from '../../../components'
import type { UserAction, UserRow } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import type { Refusal } from '../bulk/refusal'
import { personName } from '../names'

export interface RowButtonsProps {
  row: UserRow
  onOpen: (userId: string) => void
  onAct: (action: UserAction, row: UserRow) => void
  refusal: (action: UserAction, row: UserRow) => Refusal | null
}

/** Two buttons at the end of each row (S13): the details, and the step that is due. */
export function RowButtons({ row, onOpen, onAct, refusal }: RowButtonsProps) {
  const { text } = useL10n()
  const name = personName(row)
  const action = dueAction(row, refusal)
  const locked = refusal(action, row) !== null
  return (
    <>
      <IconButton
        icon="edit"
        label={text('users-row-open', { name })}
        onPress={() => onOpen(row.id)}
      />
      <IconButton
        icon={locked ? 'locked' : ICON[action]}
        label={text(`users-row-${action}`, { name })}
        onPress={() => onAct(action, row)}
      />
    </>
  )
}

const ICON: Record<UserAction, IconName> = {
  invite: 'mail',
  unlock: 'unlock',
  send_reset_link: 'key',
  change_roles: 'key',
  change_permissions: 'key',
  reactivate: 'power',
  deactivate: 'power',
}

function dueAction(row: UserRow, refusal: RowButtonsProps['refusal']): UserAction {
  if (refusal('invite', row) === null) {
    return 'invite'
  }
  if (refusal('unlock', row) === null) {
    return 'unlock'
  }
  if (row.status.kind === 'locked_inactivity' && refusal('send_reset_link', row) === null) {
    return 'send_reset_link'
  }
  return row.status.kind === 'deactivated' ? 'reactivate' : 'deactivate'
}
