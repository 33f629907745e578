import { type ReactNode, useState } from 'react'
import { useOnline } from '../../../app/connection'
import { useProviderChanged } from '../../../app/providerKeys'
import {
  Banner,
  Button,
  Fact,
  Facts,
  type IconName,
  StatusBadge,
  type Tone,
  toast,
} from '../../../components'
import { backend, IpcFailure, type Recovery, type RecoveryState } from '../../../ipc/client'
import { useL10n, useNow } from '../../../l10n'
import styles from '../Provider.module.css'
import { recoveryProblem, recoveryWords } from './words'

const LOOK: Record<RecoveryState, { tone: Tone; icon: IconName }> = {
  waiting: { tone: 'info', icon: 'expired' },
  ready: { tone: 'warning', icon: 'mail' },
  finished: { tone: 'positive', icon: 'active' },
  stopped: { tone: 'danger', icon: 'deactivated' },
  expired: { tone: 'neutral', icon: 'linkExpired' },
}

type Act = 'finish' | 'stop'

/** One recovery: who, how far, why, who was told, and what can be done now. */
export function RecoveryCard({
  customerId,
  recovery,
  children,
}: {
  customerId: string
  recovery: Recovery
  /** Whose it is, where the list does not say so. */
  children?: ReactNode
}) {
  const l10n = useL10n()
  const { text, problem, dateTime } = l10n
  const online = useOnline()
  const now = useNow()
  const changed = useProviderChanged()
  const [busy, setBusy] = useState<Act | null>(null)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const { id, sign_in_name: name, state } = recovery
  const offline = online ? undefined : problem({ code: 'offline' })
  const open = state === 'waiting' || state === 'ready'

  const act = async (how: Act) => {
    setBusy(how)
    setFailure(null)
    try {
      const call = { finish: backend.finishRecovery, stop: backend.stopRecovery }[how]
      await call(customerId, id)
      toast({ tone: 'positive', title: text(`recovery-done-${how}`, { name }) })
    } catch (thrown) {
      setFailure(IpcFailure.from(thrown))
    }
    setBusy(null)
    await changed()
  }

  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h2 className={styles.name}>
          <bdi>{name}</bdi>
        </h2>
        <StatusBadge {...LOOK[state]}>{text(`recovery-state-${state}`)}</StatusBadge>
      </div>
      {children}
      <p className={styles.text}>{recoveryWords(l10n, recovery, now)}</p>
      <Facts>
        <Fact name={text('recovery-started-at')}>{dateTime(recovery.started_at)}</Fact>
        {recovery.new_email !== null && (
          <Fact name={text('recovery-new-email')}>
            {recovery.new_email} ·{' '}
            {recovery.address_confirmed_at === null
              ? text('recovery-unconfirmed')
              : text('recovery-confirmed', { when: dateTime(recovery.address_confirmed_at) })}
          </Fact>
        )}
        <Fact name={text('recovery-reason')}>{recovery.reason}</Fact>
        <Fact name={text('recovery-evidence')}>{recovery.evidence}</Fact>
        <Fact name={text('recovery-told')}>
          {text('recovery-told-count', {
            told: recovery.told,
            others: recovery.other_administrators,
          })}
        </Fact>
      </Facts>
      {failure && (
        <Banner tone="danger" live>
          {recoveryProblem(l10n, failure)}
        </Banner>
      )}
      {open && (
        <div className={styles.actions}>
          <Button
            variant="primary"
            icon="mail"
            busy={busy === 'finish'}
            unavailableReason={offline ?? whyNotYet()}
            onPress={() => void act('finish')}
          >
            {text('recovery-finish', { name })}
          </Button>
          <Button
            icon="close"
            busy={busy === 'stop'}
            unavailableReason={offline}
            onPress={() => void act('stop')}
          >
            {text('recovery-stop', { name })}
          </Button>
        </div>
      )}
    </li>
  )

  /** Why the link cannot be sent now, as the service would say it. */
  function whyNotYet(): string | undefined {
    if (state === 'waiting') {
      return problem({
        code: 'recovery_too_early',
        params: { ready_at: dateTime(recovery.ready_at) },
      })
    }
    return recovery.new_email !== null && recovery.address_confirmed_at === null
      ? problem({ code: 'recovery_unconfirmed' })
      : undefined
  }
}
