import { useState } from 'react'
import { FormDialog } from '../../app/form/FormDialog'
import { TextField } from '../../components'
import { backend, type VaultEntry } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './Codes.module.css'
import { nameOf } from './names'

/** How an account is called and found. */
export function EditDialog({
  entry,
  onChanged,
  onClose,
}: {
  entry: VaultEntry
  onChanged: () => Promise<unknown>
  onClose: () => void
}) {
  const { text } = useL10n()
  const [issuer, setIssuer] = useState(entry.issuer)
  const [name, setName] = useState(entry.name)
  const [tags, setTags] = useState(entry.tags.join(', '))
  const send = async () => {
    await backend.changeVaultEntry(entry.id, {
      issuer,
      name,
      tags: tags
        .split(',')
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ''),
      pinned: entry.pinned,
    })
    await onChanged()
  }
  return (
    <FormDialog
      local
      title={text('codes-edit-title', { name: nameOf(entry, text('codes-unnamed')) })}
      send={text('codes-edit-save')}
      onSend={send}
      onClose={onClose}
    >
      {(errorOf) => (
        <div className={styles.parts}>
          <TextField
            name="issuer"
            label={text('codes-issuer')}
            description={text('codes-issuer-help')}
            autoFocus
            value={issuer}
            onChange={setIssuer}
            error={errorOf('issuer')}
          />
          <TextField
            name="account"
            label={text('codes-name')}
            description={text('codes-name-help')}
            value={name}
            onChange={setName}
            error={errorOf('name')}
          />
          <TextField
            name="tags"
            label={text('codes-tags')}
            description={text('codes-tags-help')}
            value={tags}
            onChange={setTags}
            error={errorOf('tags')}
          />
        </div>
      )}
    </FormDialog>
  )
}
