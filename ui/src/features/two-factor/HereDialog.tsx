import { useState } from 'react'
import { FormDialog } from '../../app/form/FormDialog'
import { useSession } from '../../app/session'
import { Banner, TextField } from '../../components'
import { type AddedAuthenticator, backend, IpcFailure } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './TwoFactor.module.css'

/**
 * Sets one's own account up in the vault of this computer, in one step: the key goes there without being
 * shown. That the password and the codes then share a device is said first (S117, C13).
 */
export function HereDialog({
  onAdded,
  onClose,
}: {
  onAdded: (added: AddedAuthenticator) => Promise<unknown>
  onClose: () => void
}) {
  const { text } = useL10n()
  const [name, setName] = useState(() => text('own-here-name'))
  const [password, setPassword] = useState('')
  const asksPassword = useSession().me.signs_in_with === null
  const send = async () => {
    const missing = Object.entries({ name, ...(asksPassword && { current_password: password }) })
      .filter(([, typed]) => typed.trim() === '')
      .map(([field]) => ({ field, code: 'required' as const, params: {} }))
    if (missing.length > 0) {
      throw new IpcFailure({ code: 'invalid_fields', params: {}, errors: missing })
    }
    try {
      await onAdded(await backend.setUpOnThisComputer(name, password))
    } catch (thrown) {
      setPassword('')
      throw thrown
    }
  }
  return (
    <FormDialog
      title={text('own-here')}
      lead={text('own-here-lead')}
      send={text('own-here-send')}
      onSend={send}
      onClose={onClose}
    >
      {(errorOf) => (
        <div className={styles.parts}>
          <Banner tone="warning" title={text('own-here-advice')}>
            {text('own-here-advice-why')}
          </Banner>
          {asksPassword && (
            <TextField
              name="current-password"
              label={text('step-up-password')}
              type="password"
              reveal={{ show: text('sign-in-show'), hide: text('sign-in-hide') }}
              autoComplete="current-password"
              autoFocus
              value={password}
              onChange={setPassword}
              error={errorOf('current_password')}
            />
          )}
          <TextField
            name="name"
            autoFocus={!asksPassword}
            label={text('two-factor-name')}
            description={text('two-factor-name-help')}
            value={name}
            onChange={setName}
            error={errorOf('name')}
          />
        </div>
      )}
    </FormDialog>
  )
}
