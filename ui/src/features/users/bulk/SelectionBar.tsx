import { keysOf } from '../../../app/actions'
import { useOnline } from '../../../app/connection'
import { barred } from '../../../app/LockedReason'
import { Button, IconButton, type IconName } from '../../../components'
import type { UserRow } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import type { DirectAction } from '../useUserActions'
import { type Asking, divide } from './refusal'
import styles from './SelectionBar.module.css'

export const BULK_ACTIONS: readonly DirectAction[] = [
  'invite',
  'reactivate',
  'unlock',
  'send_reset_link',
  'deactivate',
]

const ICON: Record<DirectAction, IconName> = {
  invite: 'mail',
  reactivate: 'power',
  deactivate: 'power',
  delete: 'delete',
  restore: 'restore',
  adopt: 'adopt',
  unlock: 'unlock',
  send_reset_link: 'key',
}

/** What can be done with the selected users; each button names object and count. */
export function SelectionBar({
  selected,
  asking,
  onAct,
  onClear,
}: {
  selected: readonly UserRow[]
  asking: Asking
  onAct: (action: DirectAction) => void
  onClear: () => void
}) {
  const { text } = useL10n()
  const online = useOnline()
  return (
    <section className={styles.bar} aria-label={text('bulk-label')}>
      <span className={styles.count} role="status">
        {text('bulk-selected', { count: selected.length })}
      </span>
      <IconButton icon="close" label={text('bulk-clear')} onPress={onClear} />
      {BULK_ACTIONS.map((action) => {
        const { possible, skipped } = divide(action, selected, asking)
        const first = skipped[0]
        // An action that fits none of them for their status alone would only be in the way.
        if (
          possible.length === 0 &&
          skipped.every(({ refusal }) => refusal.code === 'wrong_status')
        ) {
          return null
        }
        const refusal = possible.length === 0 ? first?.refusal : undefined
        return (
          <Button
            key={action}
            size="small"
            icon={ICON[action]}
            {...(action === 'invite' && { keys: keysOf('invite') })}
            {...barred(online ? refusal : { code: 'offline' })}
            onPress={() => onAct(action)}
          >
            {text(`bulk-${action}`, { count: possible.length || selected.length })}
          </Button>
        )
      })}
    </section>
  )
}
