import { IconButton } from '../../../components'
import type { UserRow } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { personName } from '../names'
import type { ButtonAction } from '../useUserActions'
import styles from './RowButtons.module.css'
import { DUE_ICON, type RowSteps } from './rowSteps'

/**
 * The end of each row (S13): the step that is due, if one is, then the pencil and the red bin. In the bin
 * itself the way back stands in place of the bin.
 */
export function RowButtons({
  row,
  steps: { due, last, lastIcon, danger },
  onOpen,
  onAct,
}: {
  row: UserRow
  steps: RowSteps
  onOpen: (userId: string) => void
  onAct: (action: ButtonAction, row: UserRow) => void
}) {
  const { text } = useL10n()
  const name = personName(row)
  return (
    <span className={styles.buttons}>
      {due && (
        <IconButton
          icon={DUE_ICON[due]}
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
        icon={lastIcon}
        danger={danger}
        label={text(`users-row-${last}`, { name })}
        onPress={() => onAct(last, row)}
      />
    </span>
  )
}

/** A first invitation, another one, or a link that is shown here to be copied and handed over. */
function inviting({ kind, status }: UserRow): 'invite' | 'resend' | 'make_link' {
  if (kind === 'unverified') {
    return 'make_link'
  }
  return status.kind === 'not_invited' ? 'invite' : 'resend'
}
