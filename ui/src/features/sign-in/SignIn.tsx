import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useInstallation } from '../../app/installation'
import { Banner, Button, TextField } from '../../components'
import { backend, IpcFailure, type Me, type SignInOutcome } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { BrowserWait } from './BrowserWait'
import { DoorFooter } from './DoorFooter'
import { ExpiredPassword } from './ExpiredPassword'
import { Forgotten } from './Forgotten'
import styles from './Form.module.css'
import { Frame } from './Frame'
import { KeyStorageWarning } from './KeyStorageWarning'
import { MailedCode } from './MailedCode'
import { PasskeySignIn } from './PasskeySignIn'
import { SecondFactor } from './SecondFactor'
import { SetUpFactor } from './SetUpFactor'

/** A sign-in that waits for a step. */
type Waiting = Exclude<SignInOutcome, { kind: 'signed_in' }>

/** Name and password. Whatever is wrong with them, the answer is the same. */
export function SignIn({
  reason,
  onSignedIn,
  onChangeServer,
  onCodes,
}: {
  /** Why the former session ended, as a stable word; absent after signing out. */
  reason: string | null
  onSignedIn: (me: Me) => void
  onChangeServer: () => void
  /** Shows the codes of the vault. */
  onCodes: () => void
}) {
  const { text, problem, fieldProblem } = useL10n()
  const { serverUrl, keyStorage } = useInstallation()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  const [forgotten, setForgotten] = useState(false)
  const [byPasskey, setByPasskey] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  const focus = (field: 'name' | 'password') =>
    form.current?.querySelector<HTMLInputElement>(`input[name=${field}]`)?.focus()
  const next = (outcome: SignInOutcome) => {
    if (outcome.kind === 'signed_in') {
      onSignedIn(outcome.me)
    } else {
      setPassword('')
      setWaiting(outcome)
    }
  }
  const signIn = useMutation({
    mutationFn: () => backend.signIn(name.trim(), password),
    onSuccess: (outcome) => next(outcome),
    onError: () => {
      setPassword('')
      setTried(false)
      focus('password')
    },
  })
  const ways = useQuery({
    queryKey: ['sign-in-ways', serverUrl],
    queryFn: () => backend.listSignInWays(),
    retry: false,
  })
  const external = ways.data?.external ?? null
  const inBrowser = useMutation({
    mutationFn: () =>
      backend.signInInBrowser(text('browser-done-title'), text('browser-done-body')),
    onMutate: () => signIn.reset(),
    onSuccess: (outcome) => {
      setName('')
      next(outcome)
    },
  })
  const failures = [signIn.error, inBrowser.error].filter((error) => error !== null)
  const failure = failures
    .map((error) => IpcFailure.from(error))
    // Whoever stopped waiting knows.
    .find(({ code }) => code !== 'browser_wait_stopped')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '') {
      focus('name')
    } else if (password === '') {
      focus('password')
    } else if (!signIn.isPending) {
      inBrowser.reset()
      signIn.mutate()
    }
  }
  const required = (field: string, value: string) =>
    tried && value.trim() === '' ? fieldProblem({ field, code: 'required' }) : undefined

  const back = () => setWaiting(null)
  switch (waiting?.kind) {
    case 'second_factor':
      if (waiting.mailed !== null) {
        return (
          <MailedCode
            key={waiting.sign_in_id}
            signInId={waiting.sign_in_id}
            first={waiting.mailed}
            onNext={next}
            onBack={back}
          />
        )
      }
      return (
        <SecondFactor
          signInId={waiting.sign_in_id}
          name={name.trim()}
          methods={waiting.methods}
          onNext={next}
          onBack={back}
        />
      )
    case 'password_expired':
      return (
        <ExpiredPassword
          waiting={{ signInId: waiting.sign_in_id, rules: waiting.rules, name: name.trim() }}
          onNext={next}
          onBack={back}
        />
      )
    case 'set_up_second_factor':
      return (
        <SetUpFactor
          signInId={waiting.sign_in_id}
          name={name.trim()}
          passkey={ways.data?.passkey ?? false}
          onNext={next}
          onBack={back}
        />
      )
  }
  if (inBrowser.isPending) {
    return <BrowserWait />
  }
  if (byPasskey) {
    return (
      <PasskeySignIn
        onNext={(outcome) => {
          setName('')
          next(outcome)
        }}
        onBack={() => setByPasskey(false)}
      />
    )
  }
  if (forgotten) {
    return <Forgotten initial={name} onBack={() => setForgotten(false)} />
  }
  return (
    <Frame footer={<DoorFooter onCodes={onCodes} />}>
      <div className={styles.intro}>
        <h1 className={styles.title}>{text('sign-in-title')}</h1>
        <p className={styles.server}>
          <span>
            {text('sign-in-at')} <span className={styles.address}>{host(serverUrl)}</span>
          </span>
          <Button variant="quiet" size="small" onPress={onChangeServer}>
            {text('sign-in-change-server')}
          </Button>
        </p>
      </div>
      {failure ? (
        <Banner tone="danger" live>
          {problem(failure)}
        </Banner>
      ) : (
        reason !== null && <Banner tone="info">{problem({ code: known(reason) })}</Banner>
      )}
      {keyStorage.kind === 'memory' && <KeyStorageWarning storage={keyStorage} />}
      <form ref={form} className={styles.form} onSubmit={submit} noValidate>
        <TextField
          name="name"
          label={text('sign-in-name')}
          autoComplete="username"
          autoCorrect="off"
          spellCheck="false"
          autoFocus
          value={name}
          onChange={setName}
          error={required('sign_in_name', name)}
        />
        <TextField
          name="password"
          label={text('sign-in-password')}
          type="password"
          reveal={{ show: text('sign-in-show'), hide: text('sign-in-hide') }}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={required('password', password)}
        />
        <Button variant="primary" type="submit" wide busy={signIn.isPending}>
          {text('sign-in-submit')}
        </Button>
        {ways.data?.passkey && (
          <Button wide icon="passkey" onPress={() => setByPasskey(true)}>
            {text('sign-in-passkey')}
          </Button>
        )}
        {external && (
          <Button wide onPress={() => inBrowser.mutate()}>
            {text(external === 'microsoft' ? 'sign-in-microsoft' : 'sign-in-external')}
          </Button>
        )}
        <Button variant="quiet" wide onPress={() => setForgotten(true)}>
          {text('sign-in-forgotten')}
        </Button>
      </form>
    </Frame>
  )
}

/** The part of an address that people know. */
function host(serverUrl: string | null): string {
  return URL.parse(serverUrl ?? '')?.host ?? ''
}

/** Reasons that have words of their own; the rest reads as "your session has ended". */
function known(reason: string): string {
  return reason === 'refresh_reused' || reason === 'invalid_proof' ? reason : 'sign_in_required'
}
