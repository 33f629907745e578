import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { confirmingDevicesKey } from '../../app/auth-request/keys'
import { useOnline } from '../../app/connection'
import { useSecondFactors } from '../../app/secondFactors'
import { useSession } from '../../app/session'
import { Banner, Button, Skeleton, StatusBadge, toast } from '../../components'
import { backend, type ConfirmingDevices, IpcFailure } from '../../ipc/client'
import { NOT_CONFIRMED } from '../../ipc/stepUp'
import { useL10n } from '../../l10n'
import styles from './ProfileScreen.module.css'
import { Section } from './Section'

/** Which devices confirm one's sign-ins elsewhere. */
export function ConfirmingSection() {
  const { text, problem, date } = useL10n()
  const { me } = useSession()
  const queries = useQueryClient()
  const key = confirmingDevicesKey(me.session_id)
  const list = useQuery({ queryKey: key, queryFn: () => backend.listConfirmingDevices() })
  const factors = useSecondFactors()
  const online = useOnline()
  const keep = (devices: ConfirmingDevices) => queries.setQueryData(key, devices)
  const enrol = useMutation({
    mutationFn: () => backend.enrolConfirmingDevice(),
    onSuccess: (devices) => {
      keep(devices)
      toast({ tone: 'positive', title: text('confirming-added') })
    },
  })
  const remove = useMutation({
    mutationFn: (id: string) => backend.removeConfirmingDevice(id),
    onSuccess: (devices) => {
      keep(devices)
      toast({ tone: 'positive', title: text('confirming-removed') })
    },
  })
  const failure = [enrol.error, remove.error]
    .filter(Boolean)
    .map(IpcFailure.from)
    .find(({ code }) => code !== NOT_CONFIRMED)
  const devices = list.data?.devices ?? []
  const strong =
    factors.data === undefined ||
    factors.data.authenticators.length > 0 ||
    factors.data.passkeys.length > 0
  const offline = online ? undefined : problem({ code: 'offline' })
  return (
    <Section title={text('confirming-title')} lead={text('confirming-lead')}>
      {failure && (
        <Banner tone="danger" live>
          {problem(failure)}
        </Banner>
      )}
      {list.data ? (
        <>
          {devices.map((device) => (
            <div key={device.id} className={styles.row}>
              <div>
                <div className={styles.named}>
                  <bdi>{device.name}</bdi>
                  {device.current && (
                    <StatusBadge tone="positive" icon="check">
                      {text('devices-this')}
                    </StatusBadge>
                  )}
                </div>
                <p className={styles.soft}>
                  {text('confirming-since', { date: date(device.confirms_since) })}
                </p>
              </div>
              <Button
                size="small"
                busy={remove.isPending && remove.variables === device.id}
                unavailableReason={offline}
                aria-label={text('confirming-remove-of', { name: device.name })}
                onPress={() => remove.mutate(device.id)}
              >
                {text('confirming-remove')}
              </Button>
            </div>
          ))}
          {!devices.some((device) => device.current) && (
            <div className={styles.actions}>
              <Button
                icon="check"
                busy={enrol.isPending}
                unavailableReason={
                  offline ?? (strong ? undefined : problem({ code: 'second_factor_needed' }))
                }
                onPress={() => enrol.mutate()}
              >
                {text('confirming-add')}
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
