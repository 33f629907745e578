import { useState } from 'react'
import { useSavedFiltersChanged } from '../../../app/savedFilters'
import { Banner, Button, Dialog, IconButton, TextField, toast } from '../../../components'
import { backend, IpcFailure, type SavedFilter } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import styles from './SavedFilters.module.css'
import { MAX_NAME } from './SaveFilterDialog'

/** The filters that one keeps: renamed, and given up with a way back. */
export function KeptFiltersDialog({
  customerId,
  kept,
  onClose,
}: {
  customerId: string
  kept: readonly SavedFilter[]
  onClose: () => void
}) {
  const { text, problem, fieldProblem } = useL10n()
  const changed = useSavedFiltersChanged(customerId)
  const [renaming, setRenaming] = useState<{ id: string; name: string } | null>(null)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const fault = failure?.errors.find(({ field }) => field === 'name')

  const attempt = async (what: () => Promise<unknown>): Promise<boolean> => {
    setFailure(null)
    try {
      await what()
      return true
    } catch (thrown) {
      setFailure(IpcFailure.from(thrown))
      return false
    } finally {
      await changed()
    }
  }
  const rename = async ({ id, version, filter }: SavedFilter, name: string) => {
    const request = { name, filter }
    if (await attempt(() => backend.changeSavedFilter(customerId, id, version, request))) {
      setRenaming(null)
    }
  }
  const giveUp = async ({ id, version, name, filter }: SavedFilter) => {
    const again = () =>
      backend
        .createSavedFilter(customerId, { name, filter }, crypto.randomUUID())
        .catch((thrown: unknown) =>
          toast({ tone: 'danger', title: problem(IpcFailure.from(thrown)) }),
        )
        .finally(changed)
    if (await attempt(() => backend.deleteSavedFilter(customerId, id, version))) {
      toast({
        tone: 'positive',
        title: text('filters-deleted', { name }),
        undo: { label: text('users-undo'), run: () => void again() },
      })
    }
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={text('filters-manage-title')}
      closeLabel={text('users-close')}
      footer={
        <Button variant="primary" onPress={onClose}>
          {text('users-close')}
        </Button>
      }
    >
      <div className={styles.parts}>
        {failure && !fault && (
          <Banner tone="danger" live>
            {failure.code === 'stale' ? text('filters-stale') : problem(failure)}
          </Banner>
        )}
        {kept.length === 0 && <p>{text('filters-none-kept')}</p>}
        <ul className={styles.list} aria-label={text('filters-title')}>
          {kept.map((saved) => (
            <li key={saved.id} className={styles.item}>
              {renaming?.id === saved.id ? (
                <form
                  className={styles.rename}
                  onSubmit={(event) => {
                    event.preventDefault()
                    void rename(saved, renaming.name)
                  }}
                >
                  <TextField
                    label={text('filters-rename', { name: saved.name })}
                    maxLength={MAX_NAME}
                    autoFocus
                    value={renaming.name}
                    onChange={(name) => setRenaming({ id: saved.id, name })}
                    {...(fault && { error: fieldProblem(fault) })}
                  />
                  <div className={styles.buttons}>
                    <Button size="small" variant="quiet" onPress={() => setRenaming(null)}>
                      {text('users-cancel')}
                    </Button>
                    <Button size="small" variant="primary" type="submit">
                      {text('filters-rename-do')}
                    </Button>
                  </div>
                </form>
              ) : (
                <>
                  <span className={styles.name}>
                    <bdi>{saved.name}</bdi>
                  </span>
                  <IconButton
                    icon="edit"
                    label={text('filters-rename', { name: saved.name })}
                    onPress={() => setRenaming({ id: saved.id, name: saved.name })}
                  />
                  <IconButton
                    icon="delete"
                    danger
                    label={text('filters-delete', { name: saved.name })}
                    onPress={() => void giveUp(saved)}
                  />
                </>
              )}
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
