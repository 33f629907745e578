import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { UsePasskey } from '../../app/second-factor/UsePasskey'
import { clockOf, useWait } from '../../app/useWait'
import { Banner, Button, TextField } from '../../components'
import { backend, type FactorMethod, IpcFailure, type SignInOutcome } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { AskDevice } from './AskDevice'
import styles from './Form.module.css'
import { Frame } from './Frame'

const INTROS: Record<FactorMethod, string> = {
  device: 'ask-device-intro',
  authenticator: 'second-factor-intro',
  otp_local: 'second-factor-intro',
  passkey: 'second-factor-passkey-intro',
  recovery_code: 'second-factor-recovery-intro',
  mailed_code: 'mailed-code-intro',
}

const TITLES: Partial<Record<FactorMethod, string>> = {
  device: 'ask-device-title',
  passkey: 'second-factor-passkey-title',
}

/** The password was right: the code of the app, or a recovery code. */
export function SecondFactor({
  signInId,
  name,
  methods,
  onNext,
  onBack,
}: {
  signInId: string
  /** The sign-in name, for which the vault of this computer may hold the codes. */
  name: string
  methods: readonly FactorMethod[]
  onNext: (outcome: SignInOutcome) => void
  onBack: () => void
}) {
  const { text, problem, fieldProblem } = useL10n()
  const [method, setMethod] = useState<FactorMethod>(methods[0] ?? 'authenticator')
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const show = useMutation({
    mutationFn: (typed: string) => backend.showSecondFactor(signInId, method, typed),
    onSuccess: onNext,
    onError: () => setTried(false),
  })
  const offered = useOfferedCode(name) && method === 'authenticator'
  const [filling, setFilling] = useState(false)
  const [unfilled, setUnfilled] = useState<IpcFailure | null>(null)
  const failure = show.isError ? IpcFailure.from(show.error) : null
  const missing = tried && code.trim() === ''
  const fault = missing
    ? { field: 'code', code: 'required' as const }
    : failure?.errors.find(({ field }) => field === 'code')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (offered && code.trim() === '' && !filling && !show.isPending && waiting === undefined) {
      void fill()
      return
    }
    setTried(true)
    if (code.trim() !== '' && !show.isPending && waiting === undefined) {
      show.mutate(code)
    }
  }
  const fill = async () => {
    setFilling(true)
    setUnfilled(null)
    try {
      const filled = await backend.fillSignInCode(name)
      setCode(filled)
      setTried(true)
      show.mutate(filled)
    } catch (thrown) {
      setUnfilled(IpcFailure.from(thrown))
    }
    setFilling(false)
  }
  const others = methods.filter((each) => each !== method)
  const byPasskey = method === 'passkey'
  const byDevice = method === 'device'
  const byApp = method === 'authenticator'
  const over = failure?.code === 'not_found'
  const wait = useWait(failure)
  const waiting = wait > 0 ? text('form-wait', { left: clockOf(wait) }) : undefined
  return (
    <Frame>
      <div className={styles.intro}>
        <h1 className={styles.title}>{text(TITLES[method] ?? 'second-factor-title')}</h1>
        <p>{text(INTROS[method])}</p>
      </div>
      {failure && failure.errors.length === 0 && (
        <Banner
          tone="danger"
          live
          action={over ? <Button onPress={onBack}>{text('expired-again')}</Button> : undefined}
        >
          {over ? text('second-factor-over') : problem(failure)}
        </Banner>
      )}
      {unfilled && (
        <Banner tone="danger" live title={text('own-fill-failed')}>
          {problem(unfilled)}
        </Banner>
      )}
      {offered && (
        <Button
          variant="primary"
          icon="codes"
          wide
          {...(code === '' && { keys: 'Enter' })}
          busy={filling || (show.isPending && code !== '')}
          unavailableReason={waiting}
          onPress={() => void fill()}
        >
          {text('own-fill')}
        </Button>
      )}
      {byPasskey && (
        <UsePasskey
          onUse={async () =>
            onNext(
              await backend.showPasskey(
                signInId,
                text('browser-done-title'),
                text('browser-done-body'),
              ),
            )
          }
        />
      )}
      {byDevice && <AskDevice signInId={signInId} onNext={onNext} />}
      <form className={styles.form} onSubmit={submit} noValidate>
        {!byPasskey && !byDevice && (
          <>
            <TextField
              key={method}
              name="code"
              label={text(byApp ? 'second-factor-code' : 'second-factor-recovery-code')}
              inputMode={byApp ? 'numeric' : 'text'}
              autoComplete="one-time-code"
              autoCorrect="off"
              spellCheck="false"
              autoFocus
              value={code}
              onChange={(value) => {
                setCode(value)
                setTried(false)
              }}
              error={fault && fieldProblem(fault)}
            />
            {waiting !== undefined && <p className={styles.wait}>{waiting}</p>}
            <Button
              variant={offered ? 'secondary' : 'primary'}
              type="submit"
              wide
              busy={show.isPending}
              unavailableReason={waiting}
            >
              {text('second-factor-submit')}
            </Button>
          </>
        )}
        {others.map((other) => (
          <Button
            key={other}
            variant="quiet"
            wide
            onPress={() => {
              setMethod(other)
              setCode('')
              setTried(false)
              show.reset()
            }}
          >
            {text(`second-factor-use-${other}`)}
          </Button>
        ))}
        <Button variant="quiet" wide onPress={onBack}>
          {text('expired-back')}
        </Button>
      </form>
    </Frame>
  )
}

/** Whether the open vault of this computer holds the codes of this person. */
function useOfferedCode(name: string): boolean {
  const [offered, setOffered] = useState(false)
  useEffect(() => {
    let asked = true
    backend.offersSignInCode(name).then(
      (offers) => asked && setOffered(offers),
      () => undefined,
    )
    return () => {
      asked = false
    }
  }, [name])
  return offered
}
