import { keysOf } from '../../../app/actions'
import { useOnline } from '../../../app/connection'
import { barred } from '../../../app/LockedReason'
import { Button, IconButton, type IconName, MenuButton, MenuItem } from '../../../components'
import type { UserRow } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { MAX_SELECTED } from '../list/gather'
import type { DirectAction } from '../useUserActions'
import type { Wanted } from './BulkDialog'
import { type Asking, divide } from './refusal'
import styles from './SelectionBar.module.css'
import type { ChosenKind } from './task'

const DIRECT: readonly DirectAction[] = [
  'invite',
  'reactivate',
  'restore',
  'unlock',
  'send_reset_link',
  'deactivate',
]

const CHOSEN: readonly { id: ChosenKind; icon: IconName }[] = [
  { id: 'add_role', icon: 'key' },
  { id: 'remove_role', icon: 'minus' },
  { id: 'set_scope', icon: 'location' },
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
  total,
  gathering,
  asking,
  onAct,
  onSelectAll,
  onClear,
}: {
  selected: readonly UserRow[]
  /** How many the filter lets through, if known. */
  total: number | null
  /** Whether those whom the filter lets through are being read. */
  gathering: boolean
  asking: Asking
  onAct: (wanted: Wanted) => void
  onSelectAll: () => void
  onClear: () => void
}) {
  const { text, problem, number } = useL10n()
  const online = useOnline()
  const offline = online ? undefined : problem({ code: 'offline' })
  const tooMany =
    selected.length > MAX_SELECTED
      ? text('bulk-too-many', { max: number(MAX_SELECTED) })
      : undefined
  const access = lockOf('change_roles')
  return (
    <section className={styles.bar} aria-label={text('bulk-label')}>
      <span className={styles.count} role="status">
        {text('bulk-selected', { count: number(selected.length) })}
      </span>
      <IconButton icon="close" label={text('bulk-clear')} onPress={onClear} />
      {total !== null && total > selected.length && (
        <Button
          size="small"
          variant="quiet"
          busy={gathering}
          unavailableReason={
            offline ??
            (total > MAX_SELECTED
              ? text('bulk-all-too-many', { total: number(total), max: number(MAX_SELECTED) })
              : undefined)
          }
          onPress={onSelectAll}
        >
          {text('bulk-select-all', { total: number(total) })}
        </Button>
      )}
      {DIRECT.map((action) => button(action))}
      {access !== 'hidden' && (
        <MenuButton
          label={text('bulk-access')}
          onAction={(id) => onAct(id as ChosenKind)}
          trigger={
            <Button size="small" icon="permissions" opens {...access}>
              {text('bulk-access')}
            </Button>
          }
        >
          {CHOSEN.map(({ id, icon }) => (
            <MenuItem key={id} id={id} icon={icon}>
              {text(`bulk-menu-${id}`)}
            </MenuItem>
          ))}
        </MenuButton>
      )}
      {button('delete')}
    </section>
  )

  function button(action: DirectAction) {
    const lock = lockOf(action)
    if (lock === 'hidden') {
      return null
    }
    const { possible } = divide(action, selected, asking)
    return (
      <Button
        key={action}
        size="small"
        icon={ICON[action]}
        {...(action === 'invite' && { keys: keysOf('invite') })}
        {...lock}
        onPress={() => onAct(action)}
      >
        {text(`bulk-${action}`, { count: possible.length || selected.length })}
      </Button>
    )
  }

  /** Why nothing can be done; an action that fits none for their status alone is only in the way. */
  function lockOf(action: DirectAction | 'change_roles') {
    const { possible, skipped } = divide(action, selected, asking)
    const first = skipped[0]
    if (possible.length === 0 && skipped.every(({ refusal }) => refusal.code === 'wrong_status')) {
      return 'hidden' as const
    }
    const unavailableReason = offline ?? tooMany
    return unavailableReason === undefined
      ? barred(possible.length === 0 ? first?.refusal : undefined)
      : { unavailableReason }
  }
}
