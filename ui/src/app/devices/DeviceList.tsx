import { Button, StatusBadge } from '../../components'
import type { SignedInDevice } from '../../ipc/client'
import { useL10n, useNow } from '../../l10n'
import styles from './DeviceList.module.css'

export interface DeviceListProps {
  devices: readonly SignedInDevice[]
  /** Which one is being signed out at the moment. */
  busy: string | null
  /** What holds the buttons back. */
  barred: Pick<Parameters<typeof Button>[0], 'lockedReason' | 'unavailableReason'>
  onSignOut: (device: SignedInDevice) => void
}

/** Where somebody is signed in, each with what is known of it and the way out. */
export function DeviceList({ devices, busy, barred, onSignOut }: DeviceListProps) {
  const l10n = useL10n()
  const { text } = l10n
  const now = useNow()
  return (
    <ul className={styles.list}>
      {devices.map((device) => (
        <li key={device.session_id} className={styles.device}>
          <div>
            <div className={styles.name}>
              <bdi>{device.name}</bdi>
              {device.current && (
                <StatusBadge tone="positive" icon="check">
                  {text('devices-this')}
                </StatusBadge>
              )}
            </div>
            <p className={styles.soft}>
              {text('devices-used', {
                relative: l10n.relative(device.last_used_at, now),
                exact: l10n.dateTime(device.signed_in_at),
              })}
            </p>
            <p className={styles.soft}>
              {[device.program, device.address, text(`devices-factor-${device.factor ?? 'none'}`)]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
          </div>
          {!device.current && (
            <Button
              size="small"
              icon="signOut"
              busy={busy === device.session_id}
              aria-label={text('devices-sign-out-of', { name: device.name })}
              {...barred}
              onPress={() => onSignOut(device)}
            >
              {text('devices-sign-out')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
