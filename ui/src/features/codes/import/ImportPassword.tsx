import { useRef, useState } from 'react'
import { FormDialog } from '../../../app/form/FormDialog'
import { TextField } from '../../../components'
import { backend, type ImportStep, IpcFailure } from '../../../ipc/client'
import { useL10n } from '../../../l10n'

/** Asks for the password with which a file is sealed. */
export function ImportPassword({
  sealed,
  onOpened,
  onClose,
}: {
  sealed: Extract<ImportStep, { kind: 'password' }>
  onOpened: (step: ImportStep) => void
  onClose: () => void
}) {
  const { text } = useL10n()
  const [password, setPassword] = useState('')
  const own = sealed.program === 'keyholder'
  // What is inside; the dialog makes room for it when it closes.
  const opened = useRef<ImportStep>(null)
  const send = async () => {
    try {
      opened.current = await backend.openImport(password)
    } catch (thrown) {
      const failure = IpcFailure.from(thrown)
      if (failure.code === 'import_wrong_password') {
        setPassword('')
      }
      throw failure
    }
  }
  return (
    <FormDialog
      local
      title={text(own ? 'import-passphrase-title' : 'import-password-title')}
      lead={text('import-password-lead', {
        file: sealed.file ?? 'none',
        program: text(`import-program-${sealed.program}`),
      })}
      send={text('import-look')}
      onSend={send}
      onClose={() => (opened.current ? onOpened(opened.current) : onClose())}
    >
      {(errorOf) => (
        <TextField
          name="password"
          type="password"
          reveal={{ show: text('sign-in-show'), hide: text('sign-in-hide') }}
          label={text(own ? 'vault-passphrase' : 'import-password')}
          autoComplete="off"
          autoFocus
          value={password}
          onChange={setPassword}
          error={errorOf('password')}
        />
      )}
    </FormDialog>
  )
}
