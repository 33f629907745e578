import { type FormEvent, useState } from 'react'
import { useOnline } from '../../../app/connection'
import { useLock } from '../../../app/LockedReason'
import { useSession } from '../../../app/session'
import { Banner, Button, Dialog, TextField, toast } from '../../../components'
import { backend, IpcFailure, type User } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { personName } from '../names'
import styles from './AccessTab.module.css'
import { DeadMailboxDialog } from './DeadMailboxDialog'

/** Whose data is wrong is told so, and decides; administrators change nobody's data. */
export function CorrectionSection({ customerId, user }: { customerId: string; user: User }) {
  const { text, problem } = useL10n()
  const { me } = useSession()
  const lock = useLock()
  const online = useOnline()
  const [open, setOpen] = useState(false)
  const [dead, setDead] = useState(false)
  if (user.kind === 'unverified') {
    return null
  }
  const barred = {
    lockedReason: lock('users.manage'),
    unavailableReason:
      me.user_id === user.id
        ? text('correction-own')
        : online
          ? undefined
          : problem({ code: 'offline' }),
  }
  return (
    <div className={styles.buttons}>
      <Button size="small" icon="edit" {...barred} onPress={() => setOpen(true)}>
        {text('correction-open')}
      </Button>
      <Button size="small" icon="approvals" {...barred} onPress={() => setDead(true)}>
        {text('dead-mailbox-open')}
      </Button>
      {dead && (
        <DeadMailboxDialog customerId={customerId} user={user} onClose={() => setDead(false)} />
      )}
      {open && (
        <CorrectionDialog customerId={customerId} user={user} onClose={() => setOpen(false)} />
      )}
    </div>
  )
}

function CorrectionDialog({
  customerId,
  user,
  onClose,
}: {
  customerId: string
  user: User
  onClose: () => void
}) {
  const { text, problem, fieldProblem } = useL10n()
  const [given, setGiven] = useState(user.given_name)
  const [family, setFamily] = useState(user.family_name)
  const [email, setEmail] = useState(user.sign_in_name)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const name = personName(user)
  const differs = (typed: string, former: string) => (typed.trim() === former ? null : typed.trim())
  const request = {
    given_name: differs(given, user.given_name),
    family_name: differs(family, user.family_name),
    email: differs(email, user.sign_in_name),
  }
  const same = Object.values(request).every((value) => value === null)
  const fault = (field: string) => {
    const found = failure?.errors.find((error) => error.field === field)
    return found && fieldProblem(found)
  }

  const send = async (event?: FormEvent) => {
    event?.preventDefault()
    if (same || busy) {
      return
    }
    setBusy(true)
    setFailure(null)
    try {
      await backend.proposeCorrection(customerId, user.id, request)
      toast({ tone: 'positive', title: text('correction-done', { name }) })
      onClose()
    } catch (thrown) {
      setFailure(IpcFailure.from(thrown))
      setBusy(false)
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={text('correction-title', { name })}
      closeLabel={text('users-close')}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {text('correction-cancel')}
          </Button>
          <Button
            variant="primary"
            busy={busy}
            unavailableReason={same ? text('correction-same') : undefined}
            onPress={() => void send()}
          >
            {text('correction-send')}
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
        <p>{text('correction-how', { name })}</p>
        <TextField
          label={text('correction-given-name')}
          value={given}
          onChange={setGiven}
          error={fault('given_name')}
        />
        <TextField
          label={text('correction-family-name')}
          value={family}
          onChange={setFamily}
          error={fault('family_name')}
        />
        <TextField
          label={text('correction-email')}
          type="email"
          value={email}
          onChange={setEmail}
          error={fault('email')}
        />
      </form>
    </Dialog>
  )
}
