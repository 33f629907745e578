import { usePreferences } from '../../app/preferences'
import { IconButton, PopoverButton, Select, Switch } from '../../components'
import { useL10n } from '../../l10n'
import styles from './Codes.module.css'

/** What auto-lock can be set to, and what it is where nothing was chosen (`preferences.rs`). */
const MINUTES = [1, 5, 15, 60, 240]
const USUAL = 15

/** How codes are shown and when the vault locks, as this person chose on this computer. */
export function Settings({
  byUse,
  onByUse,
}: {
  byUse: boolean
  onByUse: (byUse: boolean) => void
}) {
  const { text } = useL10n()
  const { preferences, change } = usePreferences()
  return (
    <PopoverButton
      label={text('codes-settings')}
      placement="bottom end"
      trigger={<IconButton icon="adjust" label={text('codes-settings')} />}
    >
      <div className={styles.settings}>
        <Switch
          isSelected={preferences.hide_codes ?? false}
          onChange={(hide) => change({ hide_codes: hide })}
        >
          {text('codes-hide')}
        </Switch>
        <Select
          label={text('codes-order')}
          options={[
            { id: 'name', label: text('codes-order-name') },
            { id: 'use', label: text('codes-order-use') },
          ]}
          selected={byUse ? 'use' : 'name'}
          onSelect={(id) => onByUse(id === 'use')}
        />
        <Select
          label={text('codes-auto-lock')}
          options={MINUTES.map((minutes) => ({
            id: String(minutes),
            label: text('codes-auto-lock-minutes', { minutes }),
          }))}
          selected={String(preferences.auto_lock_minutes ?? USUAL)}
          onSelect={(id) => change({ auto_lock_minutes: Number(id) })}
        />
      </div>
    </PopoverButton>
  )
}
