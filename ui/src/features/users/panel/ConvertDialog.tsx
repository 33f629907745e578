import { type FormEvent, useState } from 'react'
import { Banner, Button, Dialog, TextField, toast } from '../../../components'
import { backend, IpcFailure, type User } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { personName } from '../names'
import { useUsersChanged } from '../queries'
import styles from './AccessTab.module.css'

/** Gives an address to a user without one (S93 to S96), and says first what that ends. */
export function ConvertDialog({
  customerId,
  user,
  onClose,
}: {
  customerId: string
  user: User
  onClose: () => void
}) {
  const { text, problem, fieldProblem } = useL10n()
  const changed = useUsersChanged(customerId)
  const [email, setEmail] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const name = personName(user)
  const fault = failure?.errors.find(({ field }) => field === 'email')

  const send = async (event?: FormEvent) => {
    event?.preventDefault()
    if (email.trim() === '' || busy) {
      return
    }
    setBusy(true)
    setFailure(null)
    try {
      const converted = await backend.convertUser(customerId, user.id, user.version, {
        email: email.trim(),
      })
      toast({
        tone: converted.group_mailbox ? 'warning' : 'positive',
        title: text('life-convert-done', { name, email: converted.sign_in_name }),
        ...(converted.group_mailbox && { description: text('group-mailbox-why') }),
      })
      onClose()
    } catch (thrown) {
      setFailure(IpcFailure.from(thrown))
      setBusy(false)
    }
    await changed()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={text('life-convert-title', { name })}
      closeLabel={text('users-close')}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {text('users-cancel')}
          </Button>
          <Button
            variant="primary"
            icon="mail"
            busy={busy}
            unavailableReason={email.trim() === '' ? text('life-convert-missing') : undefined}
            onPress={() => void send()}
          >
            {text('life-convert-send')}
          </Button>
        </>
      }
    >
      <form className={styles.access} onSubmit={(event) => void send(event)} noValidate>
        {failure && failure.errors.length === 0 && (
          <Banner tone="danger" live>
            {problem(failure)}
          </Banner>
        )}
        <p>{text('life-convert-what', { name, username: user.sign_in_name })}</p>
        <TextField
          label={text('add-email')}
          description={text('add-email-personal')}
          type="email"
          inputMode="email"
          autoComplete="off"
          autoFocus
          value={email}
          onChange={setEmail}
          error={fault && fieldProblem(fault)}
        />
        <p>{text('life-convert-final')}</p>
      </form>
    </Dialog>
  )
}
