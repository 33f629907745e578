import { useEffect, useRef, useState } from 'react'
import { Button, TextField } from '../../components'
import {
  backend,
  type ExternalProvider,
  type FactorMethod,
  IpcFailure,
  type RaisedAuthRequest,
} from '../../ipc/client'
import { useL10n } from '../../l10n'
import { NumberToType } from '../auth-request/NumberToType'
import { FormDialog } from '../form/FormDialog'
import { useSession } from '../session'
import { askElsewhere } from './askElsewhere'
import { purposeOf } from './purpose'
import styles from './StepUpDialog.module.css'

const CODE = 'second_factor.code'
const BY_APP: FactorMethod = 'authenticator'
const BY_PASSKEY: FactorMethod = 'passkey'
const BY_DEVICE: FactorMethod = 'device'

/**
 * The one dialog that asks for a fresh proof of identity: the password, and a code where the second
 * factor is active, or another device that confirms. Whoever has no password shows the code alone, or
 * signs in anew where they always do (C14). What is typed lives as long as the dialog does.
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
  const provider = useSession().me.signs_in_with
  const [methods, setMethods] = useState(() => methodsOf(refusal, provider))
  const [method, setMethod] = useState<FactorMethod>(methods[0] ?? BY_APP)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const byApp = method === BY_APP
  const others = methods.filter((each) => each !== method)
  const byProvider = provider !== null && methods.length === 0
  const byPasskey = methods.length > 0 && method === BY_PASSKEY
  const byDevice = methods.length > 0 && method === BY_DEVICE
  const inBrowser = byProvider || byPasskey
  const asksCode = methods.length > 0 && !byPasskey && !byDevice
  const asksPassword = provider === null
  const [waiting, setWaiting] = useState(false)
  const [raised, setRaised] = useState<RaisedAuthRequest | null>(null)
  const gone = useRef(false)
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
    }
  }, [])

  const send = async () => {
    const missing = [
      ...(asksPassword && password === '' ? ['password'] : []),
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
      setWaiting(inBrowser)
      const done = [text('browser-done-title'), text('browser-done-body')] as const
      if (byProvider) {
        await backend.stepUpInBrowser(...done)
      } else if (byPasskey) {
        await backend.stepUpWithPasskey(password, ...done)
      } else if (byDevice) {
        await askElsewhere(password, purposeOf(refusal), setRaised, () => gone.current)
      } else {
        await backend.stepUp(password, asksCode ? { method, code } : null)
      }
    } catch (thrown) {
      setWaiting(false)
      const failure = IpcFailure.from(thrown)
      const { errors } = failure
      if (byProvider && failure.code === 'step_up_required') {
        // Set up elsewhere since the service was asked.
        setMethods(methodsOf(failure, provider))
        setMethod(methodsOf(failure, provider)[0] ?? BY_APP)
      }
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
      lead={text(leadOf({ provider, byProvider, byPasskey, byDevice, asksCode }))}
      send={text(
        byProvider ? `step-up-send-${provider}` : byDevice ? 'ask-device' : 'step-up-confirm',
      )}
      ready={byProvider}
      onSend={send}
      onClose={() => {
        if (inBrowser) {
          void backend.stopBrowserWait()
        }
        onAnswer(false)
      }}
    >
      {(errorOf) => (
        <>
          {asksPassword && (
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
          )}
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
                autoFocus={!asksPassword}
                value={code}
                onChange={setCode}
                error={errorOf(CODE)}
              />
            </div>
          )}
          {waiting && (
            <p role="status">{text(byProvider ? 'browser-wait-title' : 'passkey-waiting')}</p>
          )}
          {waiting && byProvider && (
            <Button size="small" onPress={() => void backend.openBrowserAgain()}>
              {text('browser-wait-again')}
            </Button>
          )}
          {raised && <NumberToType raised={raised} />}
          {raised === null &&
            others.map((other) => (
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

/** What is asked for, in one sentence. */
function leadOf({
  provider,
  byProvider,
  byPasskey,
  byDevice,
  asksCode,
}: {
  provider: ExternalProvider | null
  byProvider: boolean
  byPasskey: boolean
  byDevice: boolean
  asksCode: boolean
}) {
  if (byProvider && provider) {
    return `step-up-lead-${provider}` as const
  }
  if (byPasskey) {
    return provider ? 'step-up-lead-passkey-alone' : 'step-up-lead-passkey'
  }
  if (byDevice) {
    return 'step-up-lead-device'
  }
  if (asksCode) {
    return provider ? 'step-up-lead-code-alone' : 'step-up-lead-code'
  }
  return 'step-up-lead'
}

/** The ways that the refusal names. A device stands beside the password, and is none where there is no password. */
function methodsOf({ params }: IpcFailure, provider: ExternalProvider | null): FactorMethod[] {
  const known: readonly FactorMethod[] =
    provider === null
      ? [BY_APP, BY_PASSKEY, BY_DEVICE, 'recovery_code']
      : [BY_APP, BY_PASSKEY, 'recovery_code']
  const named = (params['methods'] ?? '').split(' ')
  return known.filter((method) => named.includes(method))
}
