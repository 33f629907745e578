import { FormDialog } from '../../app/form/FormDialog'
import { toast } from '../../components'
import { backend, type VaultEntry } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { nameOf } from './names'

/** Takes an account out of the vault, after saying what that means. */
export function RemoveDialog({
  entry,
  onRemoved,
  onClose,
}: {
  entry: VaultEntry
  onRemoved: () => Promise<unknown>
  onClose: () => void
}) {
  const { text } = useL10n()
  const name = nameOf(entry, text('codes-unnamed'))
  return (
    <FormDialog
      local
      size="small"
      title={text('codes-remove-title', { name })}
      lead={text('codes-remove-body')}
      send={text('codes-remove-send', { name })}
      sendVariant="danger"
      onSend={async () => {
        await backend.removeVaultEntry(entry.id)
        toast({ tone: 'positive', title: text('codes-removed', { name }) })
        await onRemoved()
      }}
      onClose={onClose}
    >
      {() => null}
    </FormDialog>
  )
}
