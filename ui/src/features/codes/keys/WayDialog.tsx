import { useState } from 'react'
import { FormDialog } from '../../../app/form/FormDialog'
import { toast } from '../../../components'
import { backend, IpcFailure, type PassphraseChange, type VaultView } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import styles from '../Codes.module.css'
import { CurrentPassphrase, withCurrent } from '../CurrentPassphrase'
import { NewPassphrase } from '../NewPassphrase'
import type { WayChange } from './wayChange'

/** What becomes of the passphrase. */
const PASSPHRASE: Record<WayChange, PassphraseChange> = {
  set_passphrase: 'set',
  change_passphrase: 'set',
  remove_passphrase: 'remove',
  add_keychain: 'keep',
  remove_keychain: 'keep',
}

/** Changes one way to open the vault, after one that opens it now. */
export function WayDialog({
  change,
  vault,
  onChanged,
  onClose,
}: {
  change: WayChange
  vault: VaultView
  onChanged: (view: VaultView) => Promise<unknown>
  onClose: () => void
}) {
  const { text } = useL10n()
  const [current, setCurrent] = useState('')
  const [typed, setTyped] = useState('')
  const [again, setAgain] = useState('')
  const sets = PASSPHRASE[change] === 'set'
  const removes = change === 'remove_passphrase' || change === 'remove_keychain'
  const inKeychain = change === 'add_keychain' || (change !== 'remove_keychain' && vault.keychain)
  const name = vault.storage.name

  const send = async () => {
    if (sets && typed !== again) {
      const errors = [{ field: 'again', code: 'mismatch' as const, params: {} }]
      throw new IpcFailure({ code: 'invalid_fields', params: {}, errors })
    }
    const view = await withCurrent(
      () =>
        backend.changeVaultWays(
          current === '' ? null : current,
          inKeychain,
          PASSPHRASE[change],
          sets ? typed : null,
        ),
      () => setCurrent(''),
    )
    toast({ tone: 'positive', title: text(`keys-done-${change}`, { name }) })
    await onChanged(view)
  }
  return (
    <FormDialog
      local
      title={text(`keys-title-${change}`, { name })}
      lead={text(`keys-lead-${change}`, { name })}
      send={text(`keys-send-${change}`, { name })}
      sendVariant={removes ? 'danger' : 'primary'}
      onSend={send}
      onClose={onClose}
    >
      {(errorOf) => (
        <div className={styles.parts}>
          {vault.passphrase && (
            <CurrentPassphrase
              value={current}
              onChange={setCurrent}
              error={errorOf('current')}
              autoFocus
            />
          )}
          {sets && (
            <NewPassphrase
              label={text('keys-new-passphrase')}
              typed={typed}
              onType={setTyped}
              fault={errorOf('passphrase')}
              again={again}
              onAgain={setAgain}
              againFault={errorOf('again')}
              autoFocus={!vault.passphrase}
            />
          )}
        </div>
      )}
    </FormDialog>
  )
}
