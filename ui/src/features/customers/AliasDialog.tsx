import { type FormEvent, useState } from 'react'
import { useOnline } from '../../app/connection'
import { useSession } from '../../app/session'
import { Banner, Button, Dialog, TextField, toast } from '../../components'
import { backend, type Customer, IpcFailure } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './CustomersScreen.module.css'

/** Gives a customer a name that is easier to remember than its number. */
export function AliasDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { text, problem, fieldProblem } = useL10n()
  const { refresh } = useSession()
  const online = useOnline()
  const [alias, setAlias] = useState(customer.alias ?? '')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const fault = failure?.errors.find(({ field }) => field === 'alias')
  const wanted = alias.trim() === '' ? null : alias.trim()
  const same = wanted === customer.alias

  const save = async (event?: FormEvent) => {
    event?.preventDefault()
    if (same || busy || !online) {
      return
    }
    setBusy(true)
    setFailure(null)
    try {
      await backend.changeAlias(customer.id, customer.settings_version, { alias: wanted })
      toast({
        tone: 'positive',
        title: text(wanted === null ? 'alias-removed' : 'alias-done', { number: customer.number }),
      })
      onClose()
    } catch (thrown) {
      setFailure(IpcFailure.from(thrown))
    }
    setBusy(false)
    // After a refusal, too: then what is shown here was out of date.
    await refresh()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={text('alias-title', { number: customer.number })}
      closeLabel={text('shell-close')}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {text('customers-cancel')}
          </Button>
          <Button
            variant="primary"
            busy={busy}
            unavailableReason={
              online ? (same ? text('alias-same') : undefined) : problem({ code: 'offline' })
            }
            onPress={() => void save()}
          >
            {text(wanted === null ? 'alias-remove' : 'alias-save')}
          </Button>
        </>
      }
    >
      <form className={styles.parts} onSubmit={(event) => void save(event)} noValidate>
        {failure && !fault && (
          <Banner tone={failure.code === 'stale' ? 'warning' : 'danger'} live>
            {problem(failure)}
          </Banner>
        )}
        <TextField
          label={text('alias-label')}
          description={text('alias-help')}
          value={alias}
          onChange={setAlias}
          maxLength={40}
          autoFocus
          error={fault && fieldProblem(fault)}
        />
      </form>
    </Dialog>
  )
}
