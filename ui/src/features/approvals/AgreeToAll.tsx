import { useState } from 'react'
import { describeChange } from '../../access/accessChange'
import { roleName } from '../../access/names'
import { useChangesAnswered } from '../../app/approvals'
import { useOnline } from '../../app/connection'
import { runMany } from '../../app/runMany'
import { useMembership } from '../../app/session'
import { Button, Dialog, toast } from '../../components'
import { backend, type IpcFailure, type PendingChange } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './ApprovalsScreen.module.css'
import { nameOf } from './nameOf'

/** What one administrator asks for several people, such as a pasted list, agreed to after reading it at once. */
export function AgreeToAll({ changes }: { changes: readonly PendingChange[] }) {
  const l10n = useL10n()
  const { text, problem } = l10n
  const customerId = useMembership().customer.id
  const online = useOnline()
  const answered = useChangesAnswered(customerId)
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [first] = changes
  const asker = first ? nameOf(first.asked_by) : ''
  const count = changes.length

  const agree = async () => {
    setBusy(true)
    const failures: IpcFailure[] = []
    await runMany(
      changes,
      ({ id }) => backend.grantPendingChange(customerId, id),
      ({ failure }) => {
        if (failure) {
          failures.push(failure)
        }
      },
      new AbortController().signal,
    )
    setBusy(false)
    setOpen(false)
    const done = count - failures.length
    if (done > 0) {
      toast({ tone: 'positive', title: text('approvals-done-all', { count: done }) })
    }
    const [failure] = failures
    if (failure) {
      // Their cards are still there, each with its state.
      toast({
        tone: 'danger',
        title: text('approvals-not-all', { count: failures.length }),
        description: problem(failure),
      })
    }
    await answered()
  }

  return (
    <>
      <Button icon="check" onPress={() => setOpen(true)}>
        {text('approvals-grant-all', { count, name: asker })}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={text('approvals-grant-all', { count, name: asker })}
        closeLabel={text('users-close')}
        footer={
          <>
            <Button variant="quiet" onPress={() => setOpen(false)}>
              {text('users-cancel')}
            </Button>
            <Button
              variant="primary"
              icon="check"
              busy={busy}
              unavailableReason={online ? undefined : problem({ code: 'offline' })}
              onPress={() => void agree()}
            >
              {text('approvals-grant-these', { count })}
            </Button>
          </>
        }
      >
        <ul className={styles.each}>
          {changes.map((change) => {
            const name = nameOf(change.target)
            const roles = l10n.list(change.roles.map((role) => roleName(l10n, role)))
            return (
              <li key={change.id}>
                {text('approvals-roles', { name, roles })}{' '}
                {describeChange(l10n, name, { gained: change.gains, lost: change.loses })}
              </li>
            )
          })}
        </ul>
      </Dialog>
    </>
  )
}
