import { type FormEvent, useState } from 'react'
import { useChangesAnswered } from '../../../app/approvals'
import { Banner, Button, Dialog, TextField, toast } from '../../../components'
import { backend, IpcFailure, type User } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { personName } from '../names'
import styles from './AccessTab.module.css'

/** Asks a second administrator to move a sign-in away from a mailbox that nobody reads (lift L2). */
export function DeadMailboxDialog({
  customerId,
  user,
  onClose,
}: {
  customerId: string
  user: User
  onClose: () => void
}) {
  const { text, problem, fieldProblem } = useL10n()
  const asked = useChangesAnswered(customerId)
  const [email, setEmail] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const name = personName(user)
  const empty = email.trim() === ''
  const fault = failure?.errors[0]

  const send = async (event?: FormEvent) => {
    event?.preventDefault()
    if (empty || busy) {
      return
    }
    setBusy(true)
    setFailure(null)
    try {
      const request = { kind: 'dead_mailbox' as const, user_id: user.id, email: email.trim() }
      await backend.askChange(customerId, request, crypto.randomUUID())
      toast({ tone: 'positive', title: text('approvals-asked-done') })
      onClose()
    } catch (thrown) {
      setFailure(IpcFailure.from(thrown))
      setBusy(false)
    }
    await asked()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={text('dead-mailbox-title', { name })}
      closeLabel={text('users-close')}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {text('users-cancel')}
          </Button>
          <Button
            variant="primary"
            busy={busy}
            unavailableReason={empty ? text('field-required') : undefined}
            onPress={() => void send()}
          >
            {text('dead-mailbox-send')}
          </Button>
        </>
      }
    >
      <form className={styles.access} onSubmit={(event) => void send(event)} noValidate>
        {failure && !fault && (
          <Banner tone="danger" live>
            {problem(failure)}
          </Banner>
        )}
        <p>{text('dead-mailbox-how', { name })}</p>
        <TextField
          label={text('dead-mailbox-email')}
          type="email"
          value={email}
          onChange={setEmail}
          error={fault && fieldProblem(fault)}
        />
      </form>
    </Dialog>
  )
}
