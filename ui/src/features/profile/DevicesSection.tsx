import { useOnline } from '../../app/connection'
import { DeviceList } from '../../app/devices/DeviceList'
import { ALL, type Devices, useDevices } from '../../app/devices/useDevices'
import { Banner, Button, Skeleton } from '../../components'
import { backend, IpcFailure } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './ProfileScreen.module.css'
import { Section } from './Section'

const OWN: Devices = {
  key: ['own-devices'],
  read: () => backend.listOwnSessions(),
  endOne: (session) => backend.endOwnSession(session),
  endAll: () => backend.endOwnOtherSessions(),
}

/** Where one is signed in, and the way out for a device that is lost or left behind. */
export function DevicesSection() {
  const { text, problem } = useL10n()
  const online = useOnline()
  const { list, busy, signOut, signOutAll } = useDevices(OWN)
  const barred = { unavailableReason: online ? undefined : problem({ code: 'offline' }) }
  const others = list.data?.devices.some((device) => !device.current) ?? false
  return (
    <Section title={text('devices-title')} lead={text('devices-lead')}>
      {list.data ? (
        <>
          <DeviceList devices={list.data.devices} busy={busy} barred={barred} onSignOut={signOut} />
          {list.data.more && <p className={styles.soft}>{text('devices-more')}</p>}
          {others && (
            <div className={styles.actions}>
              <Button icon="signOut" busy={busy === ALL} {...barred} onPress={signOutAll}>
                {text('devices-sign-out-others')}
              </Button>
            </div>
          )}
        </>
      ) : list.error ? (
        <Banner tone="danger">{problem(IpcFailure.from(list.error))}</Banner>
      ) : (
        <Skeleton />
      )}
    </Section>
  )
}
