import { useState } from 'react'
import { FormDialog } from '../../app/form/FormDialog'
import { SetUpKey } from '../../app/second-factor/SetUpKey'
import { useSession } from '../../app/session'
import { TextField } from '../../components'
import { type AddedAuthenticator, backend, IpcFailure, type ShownSetup } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './TwoFactor.module.css'

/**
 * Setting an authenticator app up (S106): scan, then the code that it shows and the password. Until both
 * were right nothing is active.
 */
export function AddDialog({
  setup,
  first,
  onAdded,
  onClose,
}: {
  setup: ShownSetup
  /** Whether the second factor is off until now. */
  first: boolean
  onAdded: (added: AddedAuthenticator) => Promise<unknown>
  onClose: () => void
}) {
  const { text } = useL10n()
  const [name, setName] = useState(() => text('two-factor-name-usual'))
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')

  const asksPassword = useSession().me.signs_in_with === null

  const send = async () => {
    const missing = Object.entries({
      name,
      code,
      ...(asksPassword && { current_password: password }),
    })
      .filter(([, typed]) => typed.trim() === '')
      .map(([field]) => ({ field, code: 'required' as const }))
    if (missing.length > 0) {
      throw new IpcFailure({ code: 'invalid_fields', params: {}, errors: missing })
    }
    try {
      await onAdded(await backend.addAuthenticator(setup.id, name, code, password))
    } catch (thrown) {
      const failure = IpcFailure.from(thrown)
      if (failure.errors.some(({ field }) => field === 'current_password')) {
        setPassword('')
      }
      throw failure.code === 'not_found'
        ? new IpcFailure({ code: 'setup_over', params: {}, errors: [] })
        : failure
    }
  }

  return (
    <FormDialog
      title={text('two-factor-add')}
      send={text(first ? 'two-factor-save-first' : 'two-factor-save')}
      onSend={send}
      onClose={onClose}
    >
      {(errorOf) => (
        <ol className={styles.steps}>
          <li>
            <p className={styles.name}>{text('two-factor-step-open')}</p>
            <p className={styles.soft}>{text('two-factor-step-open-how')}</p>
          </li>
          <li>
            <p className={styles.name}>{text('two-factor-step-scan')}</p>
            <SetUpKey setup={setup} />
          </li>
          <li>
            <p className={styles.name}>{text('two-factor-step-confirm')}</p>
            <div className={styles.pair}>
              <TextField
                name="code"
                label={text('second-factor-code')}
                description={text('two-factor-code-help', { digits: setup.digits })}
                inputMode="numeric"
                autoComplete="one-time-code"
                autoCorrect="off"
                spellCheck="false"
                autoFocus
                value={code}
                onChange={setCode}
                error={errorOf('code')}
              />
              {asksPassword && (
                <TextField
                  name="current-password"
                  label={text('step-up-password')}
                  type="password"
                  reveal={{ show: text('sign-in-show'), hide: text('sign-in-hide') }}
                  autoComplete="current-password"
                  value={password}
                  onChange={setPassword}
                  error={errorOf('current_password')}
                />
              )}
            </div>
            <TextField
              name="name"
              label={text('two-factor-name')}
              description={text('two-factor-name-help')}
              value={name}
              onChange={setName}
              error={errorOf('name')}
            />
          </li>
        </ol>
      )}
    </FormDialog>
  )
}
