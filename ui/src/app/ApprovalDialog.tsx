import { useState } from 'react'
import { Banner, Button, Dialog, toast } from '../components'
import { type AskChange, backend, IpcFailure, type Permission } from '../ipc/client'
import { permissionKey, useL10n } from '../l10n'
import styles from './ApprovalDialog.module.css'
import { useChangesAnswered } from './approvals'
import { useOnline } from './connection'

/** The one dialog for `approval_required`: whether the change is to wait for a second administrator. */
export function ApprovalDialog({
  customerId,
  refusal,
  request,
  onAsked,
  onClose,
}: {
  customerId: string
  /** What the service answered; it names the permissions. */
  refusal: IpcFailure
  request: AskChange
  onAsked: () => void | Promise<void>
  onClose: () => void
}) {
  const l10n = useL10n()
  const { text, problem } = l10n
  const online = useOnline()
  const asked = useChangesAnswered(customerId)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const rights = (refusal.params['permissions'] ?? '')
    .split(', ')
    .filter((code) => code !== '')
    .map((code) => text(permissionKey(code as Permission)))

  const ask = async () => {
    setBusy(true)
    setFailure(null)
    try {
      await backend.askChange(customerId, request, crypto.randomUUID())
      toast({ tone: 'positive', title: text('approvals-asked-done') })
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
        <p>
          {rights.length > 0
            ? text('approval-rights', { rights: l10n.list(rights) })
            : text('approval-off')}
        </p>
        <p>{text('approval-until')}</p>
      </div>
    </Dialog>
  )
}
