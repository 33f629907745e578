import { useState } from 'react'
import { FormDialog } from '../../app/form/FormDialog'
import { TextField } from '../../components'
import { backend, type VaultEntry } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { AccountNames } from './AccountNames'
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
          <AccountNames
            issuer={issuer}
            onIssuer={setIssuer}
            name={name}
            onName={setName}
            errorOf={errorOf}
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
