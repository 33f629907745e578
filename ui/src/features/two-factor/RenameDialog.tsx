import { useState } from 'react'
import { FormDialog } from '../../app/form/FormDialog'
import { TextField } from '../../components'
import { useL10n } from '../../l10n'

/** Another name, by which its owner tells it from others. */
export function RenameDialog({
  name: before,
  onSave,
  onClose,
}: {
  /** As it is called now. */
  name: string
  onSave: (name: string) => Promise<unknown>
  onClose: () => void
}) {
  const { text } = useL10n()
  const [name, setName] = useState(before)
  return (
    <FormDialog
      size="small"
      title={text('two-factor-rename-named', { name: before })}
      send={text('two-factor-rename-save')}
      unavailableReason={name.trim() === before ? text('two-factor-rename-same') : undefined}
      onSend={() => onSave(name)}
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
