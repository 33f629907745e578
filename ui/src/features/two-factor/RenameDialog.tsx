import { useState } from 'react'
import { FormDialog } from '../../app/form/FormDialog'
import { TextField } from '../../components'
import { type Authenticator, backend, type OwnSecondFactors } from '../../ipc/client'
import { useL10n } from '../../l10n'

/** Another name, by which its owner tells it from others. */
export function RenameDialog({
  authenticator,
  onRenamed,
  onClose,
}: {
  authenticator: Authenticator
  onRenamed: (now: OwnSecondFactors) => void
  onClose: () => void
}) {
  const { text } = useL10n()
  const [name, setName] = useState(authenticator.name)
  return (
    <FormDialog
      size="small"
      title={text('two-factor-rename-named', { name: authenticator.name })}
      send={text('two-factor-rename-save')}
      unavailableReason={
        name.trim() === authenticator.name ? text('two-factor-rename-same') : undefined
      }
      onSend={async () => onRenamed(await backend.renameAuthenticator(authenticator.id, name))}
      onClose={onClose}
    >
      {(errorOf) => (
        <TextField
          name="name"
          label={text('two-factor-name')}
          description={text('two-factor-name-help')}
          autoFocus
          value={name}
          onChange={setName}
          error={errorOf('name')}
        />
      )}
    </FormDialog>
  )
}
