import { useOnline } from '../../../app/connection'
import { DeviceList } from '../../../app/devices/DeviceList'
import { ALL, useDevices } from '../../../app/devices/useDevices'
import { barred } from '../../../app/LockedReason'
import { Banner, Button, Skeleton } from '../../../components'
import { backend, IpcFailure, type User } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import styles from './AccessTab.module.css'

/** Where a user is signed in, and signing them out: for who has a right over them. */
export function DevicesPart({ customerId, user }: { customerId: string; user: User }) {
  const { text, problem } = useL10n()
  const online = useOnline()
  const refusal = user.actions.find(({ action }) => action === 'end_sessions')?.refusal ?? null
  const devices = {
    key: ['devices', customerId, user.id],
    read: () => backend.listUserSessions(customerId, user.id),
    endOne: (session: string) => backend.endUserSession(customerId, user.id, session),
    endAll: () => backend.endUserSessions(customerId, user.id),
  }
  const { list, busy, signOut, signOutAll } = useDevices(devices, refusal === null)
  if (refusal === 'wrong_status') {
    return null
  }
  const held = barred(
    refusal !== null
      ? { code: refusal, params: { permission: 'users.manage' } }
      : online
        ? undefined
        : { code: 'offline' },
  )
  const found = list.data?.devices ?? []
  return (
    <section>
      <h3>{text('devices-title')}</h3>
      {refusal !== null ? null : list.error ? (
        <Banner tone="danger">{problem(IpcFailure.from(list.error))}</Banner>
      ) : list.data === undefined ? (
        <Skeleton />
      ) : found.length === 0 ? (
        <p className={styles.soft}>{text('devices-none')}</p>
      ) : (
        <DeviceList devices={found} busy={busy} barred={held} onSignOut={signOut} />
      )}
      {list.data?.more && <p className={styles.soft}>{text('devices-more')}</p>}
      {(refusal !== null || found.length > 1) && (
        <div className={styles.buttons}>
          <Button size="small" icon="signOut" busy={busy === ALL} {...held} onPress={signOutAll}>
            {text('user-action-end_sessions')}
          </Button>
        </div>
      )}
    </section>
  )
}
