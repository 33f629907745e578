import { useState } from 'react'
import { useSession } from '../../app/session'
import { Banner, Button, Dialog, toast } from '../../components'
import { backend, type Customer, IpcFailure } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './ProfileScreen.module.css'

/** Leaving cannot be undone by oneself, so it is asked before. */
export function LeaveDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { text, problem } = useL10n()
  const { me, update } = useSession()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const name = customer.alias ?? customer.name
  const last = me.memberships.length === 1

  const leave = async () => {
    setBusy(true)
    setFailure(null)
    try {
      const now = await backend.leaveCustomer(customer.id)
      toast({ tone: 'positive', title: text('leave-done', { name }) })
      onClose()
      update(now)
    } catch (thrown) {
      setFailure(IpcFailure.from(thrown))
      setBusy(false)
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={text('leave-title', { name })}
      closeLabel={text('shell-close')}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {text('profile-cancel')}
          </Button>
          <Button variant="danger" busy={busy} onPress={() => void leave()}>
            {text('leave-submit', { name })}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {failure && (
          <Banner tone="danger" live>
            {problem(failure)}
          </Banner>
        )}
        <p>{text('leave-effect', { name })}</p>
        {last && <p>{text('leave-last')}</p>}
      </div>
    </Dialog>
  )
}
