import { useState } from 'react'
import { FormDialog } from '../../app/form/FormDialog'
import { TextField, toast } from '../../components'
import { backend, IpcFailure } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './Codes.module.css'

/** As in `crates/authenticator/src/vault/key.rs`. */
const MIN_CHARS = 12

/** A sealed copy of everything, for the day on which this computer is gone. */
export function BackupDialog({ onClose }: { onClose: () => void }) {
  const { text } = useL10n()
  const [typed, setTyped] = useState('')
  const [again, setAgain] = useState('')
  const send = async () => {
    if (typed !== again) {
      const errors = [{ field: 'again', code: 'mismatch' as const, params: {} }]
      throw new IpcFailure({ code: 'invalid_fields', params: {}, errors })
    }
    const file = await backend.saveVaultBackup(typed)
    toast({ tone: 'positive', title: text('codes-backup-saved', { file }) })
  }
  return (
    <FormDialog
      local
      title={text('codes-backup')}
      lead={text('codes-backup-lead')}
      send={text('codes-backup-send')}
      onSend={send}
      onClose={onClose}
    >
      {(errorOf) => (
        <div className={styles.parts}>
          <TextField
            name="passphrase"
            type="password"
            reveal={{ show: text('sign-in-show'), hide: text('sign-in-hide') }}
            label={text('vault-passphrase')}
            description={text('vault-passphrase-help', { min: MIN_CHARS })}
            autoComplete="new-password"
            autoFocus
            value={typed}
            onChange={setTyped}
            error={errorOf('passphrase')}
          />
          <TextField
            name="again"
            type="password"
            label={text('vault-passphrase-again')}
            autoComplete="new-password"
            value={again}
            onChange={setAgain}
            error={errorOf('again')}
          />
        </div>
      )}
    </FormDialog>
  )
}
