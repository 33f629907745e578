import { useState } from 'react'
import { Banner, Button, Dialog, toast } from '../components'
import { type AskChange, backend, IpcFailure } from '../ipc/client'
import { useL10n } from '../l10n'
import styles from './ApprovalDialog.module.css'
import { criticalRights, useChangesAnswered } from './approvals'
import { useOnline } from './connection'

/** The one dialog for `approval_required`: whether the change is to wait for a second administrator. */
export function ApprovalDialog({
  customerId,
  refusal,
  request,
  hint,
  onAsked,
  onClose,
}: {
  customerId: string
  /** What the service answered; it names the permissions. */
  refusal: IpcFailure
  /** What to ask for; null where `onAsked` asks along with something else. */
  request: AskChange | null
  /** What happens at once, and what not before; by default nothing does. */
  hint?: string
  onAsked: () => void | Promise<void>
  onClose: () => void
}) {
  const l10n = useL10n()
  const { text, problem } = l10n
  const online = useOnline()
  const asked = useChangesAnswered(customerId)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const rights = criticalRights(l10n, refusal)

  const ask = async () => {
    setBusy(true)
    setFailure(null)
    try {
      if (request) {
        await backend.askChange(customerId, request, crypto.randomUUID())
        toast({ tone: 'positive', title: text('approvals-asked-done') })
      }
      await onAsked()
    } catch (thrown) {
      setFailure(IpcFailure.from(thrown))
    }
    setBusy(false)
    await asked()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={text('approval-title')}
      closeLabel={text('users-close')}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {text('users-cancel')}
          </Button>
          <Button
            variant="primary"
            icon="approvals"
            busy={busy}
            unavailableReason={online ? undefined : problem({ code: 'offline' })}
            onPress={() => void ask()}
          >
            {text('ask-access-send')}
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        {failure && (
          <Banner tone="danger" live>
            {failure.errors[0] ? l10n.fieldProblem(failure.errors[0]) : problem(failure)}
          </Banner>
        )}
        <p>{rights === '' ? text('approval-off') : text('approval-rights', { rights })}</p>
        <p>{hint ?? text('approval-until')}</p>
      </div>
    </Dialog>
  )
}
