import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { SetUpKey } from '../../app/second-factor/SetUpKey'
import { UsePasskey } from '../../app/second-factor/UsePasskey'
import { Banner, Button, ErrorState, Skeleton, TextField } from '../../components'
import { backend, type EnrolledOutcome, IpcFailure, type SignInOutcome } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './Form.module.css'
import { Frame } from './Frame'
import { KeepCodes } from './KeepCodes'

/** A customer asks for a second factor, and there is none: scan, type the code, keep the codes (S113). */
export function SetUpFactor({
  signInId,
  name,
  passkey,
  onNext,
  onBack,
}: {
  signInId: string
  /** Under which name the person signs in. */
  name: string
  /** Whether a passkey can be set up in place of an app. */
  passkey: boolean
  onNext: (outcome: SignInOutcome) => void
  onBack: () => void
}) {
  const { text, problem, fieldProblem } = useL10n()
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const setup = useQuery({
    queryKey: ['sign-in-setup', signInId],
    queryFn: () => backend.beginSignInSetup(signInId),
    // Each question draws another secret, and the former one is worth nothing.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnReconnect: false,
  })
  const complete = useMutation({
    mutationFn: (id: string) =>
      backend.completeSignInSetup(signInId, id, text('set-up-name'), code),
    onError: () => setTried(false),
  })
  const [byPasskey, setByPasskey] = useState(false)
  const [made, setMade] = useState<EnrolledOutcome | null>(null)
  const enrolled = complete.data ?? made
  if (enrolled) {
    return <KeepCodes enrolled={enrolled} name={name} onNext={onNext} />
  }
  if (byPasskey) {
    return (
      <Frame>
        <div className={styles.intro}>
          <h1 className={styles.title}>{text('set-up-passkey-title')}</h1>
          <p>{text('set-up-passkey-intro')}</p>
        </div>
        <UsePasskey
          onUse={async () =>
            setMade(
              await backend.setUpSignInPasskey(
                signInId,
                text('browser-done-title'),
                text('browser-done-body'),
              ),
            )
          }
        />
        <div className={styles.form}>
          <Button variant="quiet" wide onPress={() => setByPasskey(false)}>
            {text('set-up-app')}
          </Button>
          <Button variant="quiet" wide onPress={onBack}>
            {text('expired-back')}
          </Button>
        </div>
      </Frame>
    )
  }
  const failure = complete.isError ? IpcFailure.from(complete.error) : null
  const unread = setup.error ? IpcFailure.from(setup.error) : null
  const over = failure?.code === 'not_found' || unread?.code === 'not_found'
  const fault =
    tried && code.trim() === ''
      ? { field: 'code', code: 'required' as const }
      : failure?.errors.find(({ field }) => field === 'code')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (setup.data && code.trim() !== '' && !complete.isPending) {
      complete.mutate(setup.data.id)
    }
  }
  return (
    <Frame>
      <div className={styles.intro}>
        <h1 className={styles.title}>{text('set-up-title')}</h1>
        <p>{text('set-up-intro')}</p>
      </div>
      {over ? (
        <Banner
          tone="danger"
          live
          action={<Button onPress={onBack}>{text('expired-again')}</Button>}
        >
          {text('second-factor-over')}
        </Banner>
      ) : (
        failure &&
        failure.errors.length === 0 && (
          <Banner tone="danger" live>
            {problem(failure)}
          </Banner>
        )
      )}
      {!setup.data && unread && !over && (
        <ErrorState
          title={text('set-up-failed')}
          action={<Button onPress={() => void setup.refetch()}>{text('users-retry')}</Button>}
        >
          {problem(unread)}
        </ErrorState>
      )}
      {setup.isPending && <Skeleton />}
      {setup.data && !over && (
        <form className={styles.form} onSubmit={submit} noValidate>
          <ol className={styles.steps}>
            <li>
              <p>{text('two-factor-step-open')}</p>
              <p className={styles.lead}>{text('two-factor-step-open-how')}</p>
            </li>
            <li>
              <p>{text('two-factor-step-scan')}</p>
              <SetUpKey setup={setup.data} />
            </li>
            <li>{text('set-up-type')}</li>
          </ol>
          <TextField
            name="code"
            label={text('second-factor-code')}
            inputMode="numeric"
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
          <Button variant="primary" type="submit" wide busy={complete.isPending}>
            {text('set-up-submit')}
          </Button>
          {passkey && (
            <Button variant="quiet" icon="passkey" wide onPress={() => setByPasskey(true)}>
              {text('set-up-passkey')}
            </Button>
          )}
          <Button variant="quiet" wide onPress={onBack}>
            {text('expired-back')}
          </Button>
        </form>
      )}
    </Frame>
  )
}
