import { useState } from 'react'
import { FormDialog } from '../../app/form/FormDialog'
import { toast } from '../../components'
import { backend, IpcFailure } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './Codes.module.css'
import { NewPassphrase } from './NewPassphrase'

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
          <NewPassphrase
            typed={typed}
            onType={setTyped}
            fault={errorOf('passphrase')}
            again={again}
            onAgain={setAgain}
            againFault={errorOf('again')}
            autoFocus
          />
        </div>
      )}
    </FormDialog>
  )
}
