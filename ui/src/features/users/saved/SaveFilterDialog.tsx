import { useRef, useState } from 'react'
import { useSavedFiltersChanged } from '../../../app/savedFilters'
import { Banner, Button, Dialog, TextField, toast } from '../../../components'
import { backend, IpcFailure } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import type { UserFilters } from '../list/userQuery'
import styles from './SavedFilters.module.css'
import { toSaved } from './savedFilter'

/** The longest name (`crates/domain/src/saved_filter.rs`). */
export const MAX_NAME = 60

/** Keeps the filters that are on under a name. */
export function SaveFilterDialog({
  customerId,
  filters,
  onClose,
}: {
  customerId: string
  filters: UserFilters
  onClose: () => void
}) {
  const { text, problem, fieldProblem } = useL10n()
  const changed = useSavedFiltersChanged(customerId)
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  // The same key for every try: a lost answer keeps the filter once.
  const key = useRef(crypto.randomUUID())
  const fault = failure?.errors.find(({ field }) => field === 'name')

  const save = async () => {
    setBusy(true)
    setFailure(null)
    try {
      const request = { name, filter: toSaved(filters) }
      const saved = await backend.createSavedFilter(customerId, request, key.current)
      toast({ tone: 'positive', title: text('filters-saved', { name: saved.name }) })
      onClose()
    } catch (thrown) {
      setFailure(IpcFailure.from(thrown))
      key.current = crypto.randomUUID()
    }
    setBusy(false)
    await changed()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={text('filters-save-title')}
      closeLabel={text('users-close')}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {text('users-cancel')}
          </Button>
          <Button
            variant="primary"
            busy={busy}
            {...(name.trim() === '' && { unavailableReason: text('filters-name-missing') })}
            onPress={() => void save()}
          >
            {text('filters-save-do')}
          </Button>
        </>
      }
    >
      <form
        className={styles.parts}
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '' && !busy) {
            void save()
          }
        }}
      >
        {failure && !fault && (
          <Banner tone="danger" live>
            {failure.errors[0] ? fieldProblem(failure.errors[0]) : problem(failure)}
          </Banner>
        )}
        <TextField
          label={text('filters-name')}
          description={text('filters-name-description')}
          maxLength={MAX_NAME}
          autoFocus
          value={name}
          onChange={setName}
          {...(fault && { error: fieldProblem(fault) })}
        />
      </form>
    </Dialog>
  )
}
