import { useState } from 'react'
import { Button, TextField } from '../../components'
import { backend, type FactorMethod, IpcFailure } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { FormDialog } from '../form/FormDialog'
import styles from './StepUpDialog.module.css'

const CODE = 'second_factor.code'
const BY_APP: FactorMethod = 'authenticator'
const BY_PASSKEY: FactorMethod = 'passkey'

/**
 * The one dialog that asks for a fresh proof of identity: the password, and a code where the second
 * factor is active. What is typed lives as long as the dialog does.
 */
export function StepUpDialog({
  refusal,
  onAnswer,
}: {
  /** What the service answered; it names the ways to show the second factor. */
  refusal: IpcFailure
  onAnswer: (confirmed: boolean) => void
}) {
  const { text } = useL10n()
  const [methods, setMethods] = useState(() => methodsOf(refusal))
  const [method, setMethod] = useState<FactorMethod>(methods[0] ?? BY_APP)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const byApp = method === BY_APP
  const others = methods.filter((each) => each !== method)
  const byPasskey = method === BY_PASSKEY
  const asksCode = methods.length > 0 && !byPasskey
  const [waiting, setWaiting] = useState(false)

  const send = async () => {
    const missing = [
      ...(password === '' ? ['password'] : []),
      ...(asksCode && code.trim() === '' ? [CODE] : []),
    ]
    if (missing.length > 0) {
      throw new IpcFailure({
        code: 'invalid_fields',
        params: {},
        errors: missing.map((field) => ({ field, code: 'required' })),
      })
    }
    try {
      if (byPasskey) {
        setWaiting(true)
        await backend.stepUpWithPasskey(
          password,
          text('browser-done-title'),
          text('browser-done-body'),
        )
      } else {
        await backend.stepUp(password, asksCode ? { method, code } : null)
      }
    } catch (thrown) {
      setWaiting(false)
      const { errors } = IpcFailure.from(thrown)
      if (errors.some(({ field }) => field === 'password')) {
        setPassword('')
      }
      if (errors.some(({ field }) => field === CODE)) {
        setCode('')
        // Set up elsewhere since the service was asked.
        setMethods((known) => (known.length > 0 ? known : [BY_APP, 'recovery_code']))
      }
      throw thrown
    }
    onAnswer(true)
  }

  return (
    <FormDialog
      size="small"
      title={text('step-up-title')}
      lead={text(
        byPasskey ? 'step-up-lead-passkey' : asksCode ? 'step-up-lead-code' : 'step-up-lead',
      )}
      send={text('step-up-confirm')}
      onSend={send}
      onClose={() => {
        if (byPasskey) {
          void backend.stopBrowserWait()
        }
        onAnswer(false)
      }}
    >
      {(errorOf) => (
        <>
          <TextField
            name="step-up-password"
            label={text('step-up-password')}
            type="password"
            reveal={{ show: text('sign-in-show'), hide: text('sign-in-hide') }}
            autoComplete="current-password"
            autoFocus
            value={password}
            onChange={setPassword}
            error={errorOf('password')}
          />
          {asksCode && (
            <div className={styles.factor}>
              <TextField
                key={method}
                name="step-up-code"
                label={text(byApp ? 'second-factor-code' : 'second-factor-recovery-code')}
                description={text(byApp ? 'step-up-code-help' : 'step-up-recovery-help')}
                inputMode={byApp ? 'numeric' : 'text'}
                autoComplete="one-time-code"
                autoCorrect="off"
                spellCheck="false"
                value={code}
                onChange={setCode}
                error={errorOf(CODE)}
              />
            </div>
          )}
          {waiting && <p role="status">{text('passkey-waiting')}</p>}
          {others.map((other) => (
            <Button
              key={other}
              variant="quiet"
              size="small"
              onPress={() => {
                setMethod(other)
                setCode('')
              }}
            >
              {text(`second-factor-use-${other}`)}
            </Button>
          ))}
        </>
      )}
    </FormDialog>
  )
}

/** The ways that the refusal names. */
function methodsOf({ params }: IpcFailure): FactorMethod[] {
  const known: readonly FactorMethod[] = [BY_APP, BY_PASSKEY, 'recovery_code']
  const named = (params['methods'] ?? '').split(' ')
  return known.filter((method) => named.includes(method))
}
