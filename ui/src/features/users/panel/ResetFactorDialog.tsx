import { useState } from 'react'
import { useChangesAnswered } from '../../../app/approvals'
import { Banner, Button, Dialog, toast } from '../../../components'
import { backend, IpcFailure, type User } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { personName } from '../names'
import styles from './AccessTab.module.css'

/**
 * Says what a reset does before it is done; of somebody who administers, asks for the second person that
 * the service wants.
 */
export function ResetFactorDialog({
  customerId,
  user,
  onClose,
}: {
  customerId: string
  user: User
  onClose: () => void
}) {
  const { text, problem } = useL10n()
  const changed = useChangesAnswered(customerId)
  const [busy, setBusy] = useState(false)
  const [takesTwo, setTakesTwo] = useState(false)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const name = personName(user)
  const taken = user.second_factor === 'mailed_code' ? 'mailed_codes' : 'authenticators'

  const ask = async () => {
    const request = { kind: 'second_factor_reset' as const, user_id: user.id }
    await backend.askChange(customerId, request, crypto.randomUUID())
    toast({ tone: 'positive', title: text('approvals-asked-done') })
    onClose()
  }
  const reset = async () => {
    await backend.resetSecondFactor(customerId, user.id)
    toast({ tone: 'positive', title: text('factor-reset-done', { name }) })
    onClose()
  }
  const submit = async () => {
    setBusy(true)
    setFailure(null)
    try {
      await (takesTwo ? ask() : reset())
    } catch (thrown) {
      const refused = IpcFailure.from(thrown)
      if (refused.code === 'approval_required') {
        setTakesTwo(true)
      } else {
        setFailure(refused)
      }
      setBusy(false)
    }
    await changed()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={text('factor-reset-title', { name })}
      closeLabel={text('users-close')}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {text('users-cancel')}
          </Button>
          <Button
            variant={takesTwo ? 'primary' : 'danger'}
            busy={busy}
            onPress={() => void submit()}
          >
            {text(takesTwo ? 'factor-reset-ask' : 'factor-reset-submit')}
          </Button>
        </>
      }
    >
      <div className={styles.access}>
        {failure && (
          <Banner tone="danger" live>
            {problem(failure)}
          </Banner>
        )}
        {takesTwo && (
          <Banner tone="info" live>
            {text('factor-reset-two', { name })}
          </Banner>
        )}
        <p>{text('factor-reset-effect', { name })}</p>
        <ul className={styles.effects}>
          {[taken, 'sessions', 'cooling'].map((effect) => (
            <li key={effect}>{text(`factor-reset-${effect}`, { name })}</li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
