import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../../components'
import type { WaitingRequest } from '../../../ipc/client'
import { useL10n, useNow } from '../../../l10n'
import { addressLine } from '../../../places/placeDraft'
import { wishLine } from '../../../places/wishes'
import styles from '../Provider.module.css'
import { ApproveDialog } from './ApproveDialog'
import { RefuseDialog } from './RefuseDialog'

/** One request that waits: whose it is, what is wished for, and both answers. */
export function WaitingCard({ waiting }: { waiting: WaitingRequest }) {
  const l10n = useL10n()
  const { text } = l10n
  const now = useNow()
  const [answer, setAnswer] = useState<'approve' | 'refuse' | null>(null)
  const { request, customer_id, customer_number, customer_name } = waiting
  const { name } = request.location
  const where = addressLine(request.location)
  const wishes = wishLine(l10n, request.terminals)
  const close = () => setAnswer(null)
  return (
    <li className={styles.card}>
      <h2 className={styles.name}>
        <bdi>{name}</bdi>
      </h2>
      <p className={styles.name}>
        <Link to="/provider/customers/$customerId" params={{ customerId: customer_id }}>
          <span className={styles.number}>{customer_number}</span> <bdi>{customer_name}</bdi>
        </Link>
      </p>
      {where !== '' && <p className={styles.soft}>{where}</p>}
      <p className={styles.soft}>{wishes === '' ? text('waiting-no-terminals') : wishes}</p>
      {request.note !== null && (
        <p className={styles.text}>{text('request-noted', { note: request.note })}</p>
      )}
      <p className={styles.small}>
        {text('request-asked-somebody', { when: l10n.relative(request.created_at, now) })}
      </p>
      <div className={styles.actions}>
        <Button variant="primary" icon="check" onPress={() => setAnswer('approve')}>
          {text('waiting-approve', { name })}
        </Button>
        <Button icon="close" onPress={() => setAnswer('refuse')}>
          {text('waiting-refuse', { name })}
        </Button>
      </div>
      {answer === 'approve' && <ApproveDialog waiting={waiting} onClose={close} />}
      {answer === 'refuse' && <RefuseDialog waiting={waiting} onClose={close} />}
    </li>
  )
}
