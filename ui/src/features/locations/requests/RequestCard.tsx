import { useState } from 'react'
import { useOnline } from '../../../app/connection'
import { useMembership } from '../../../app/session'
import { Banner, Button, type IconName, StatusBadge, type Tone, toast } from '../../../components'
import { backend, IpcFailure, type LocationRequest, type RequestState } from '../../../ipc/client'
import { useL10n, useNow } from '../../../l10n'
import { addressLine } from '../../../places/placeDraft'
import { wishLine } from '../../../places/wishes'
import styles from './Requests.module.css'
import { useRequestsChanged } from './useRequests'

const LOOK: Record<RequestState, { tone: Tone; icon: IconName }> = {
  waiting: { tone: 'info', icon: 'expired' },
  created: { tone: 'positive', icon: 'active' },
  refused: { tone: 'danger', icon: 'deactivated' },
  withdrawn: { tone: 'neutral', icon: 'back' },
}

/** One request: what was wished for, how far it has come, and the way to take it back. */
export function RequestCard({ request }: { request: LocationRequest }) {
  const l10n = useL10n()
  const { text, problem } = l10n
  const customerId = useMembership().customer.id
  const online = useOnline()
  const now = useNow()
  const changed = useRequestsChanged()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const { name } = request.location
  const where = addressLine(request.location)
  const wishes = wishLine(l10n, request.terminals)

  const withdraw = async () => {
    setBusy(true)
    setFailure(null)
    try {
      await backend.withdrawLocationRequest(customerId, request.id, request.version)
      toast({ tone: 'positive', title: text('request-withdrawn', { name }) })
    } catch (thrown) {
      setFailure(IpcFailure.from(thrown))
    }
    setBusy(false)
    await changed()
  }

  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <StatusBadge {...LOOK[request.state]}>{text(`request-state-${request.state}`)}</StatusBadge>
      </div>
      {where !== '' && <p className={styles.soft}>{where}</p>}
      {wishes !== '' && <p className={styles.soft}>{wishes}</p>}
      {request.note !== null && (
        <p className={styles.soft}>{text('request-noted', { note: request.note })}</p>
      )}
      <p className={styles.small}>
        {request.asked_by === null
          ? text('request-asked-somebody', { when: l10n.relative(request.created_at, now) })
          : text('request-asked', {
              name: request.asked_by,
              when: l10n.relative(request.created_at, now),
            })}{' '}
        {request.answered_at !== null &&
          text(`request-ended-${request.state}`, {
            when: l10n.relative(request.answered_at, now),
          })}
      </p>
      {request.reason !== null && (
        <p className={styles.reason}>{text('request-reason', { reason: request.reason })}</p>
      )}
      {failure && (
        <Banner tone="danger" live>
          {failure.code === 'stale' ? text('form-stale') : problem(failure)}
        </Banner>
      )}
      {request.state === 'waiting' && (
        <div className={styles.act}>
          <Button
            size="small"
            icon="back"
            busy={busy}
            unavailableReason={online ? undefined : problem({ code: 'offline' })}
            onPress={() => void withdraw()}
          >
            {text('request-withdraw', { name })}
          </Button>
        </div>
      )}
    </li>
  )
}
