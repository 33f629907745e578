import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { NewPassword } from '../../app/new-password/NewPassword'
import { Banner, Button, TextField } from '../../components'
import { backend, IpcFailure, type PasswordRules, type SignInOutcome } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './Form.module.css'
import { Frame } from './Frame'

/** A sign-in that waits for a new password. */
export interface Waiting {
  signInId: string
  rules: PasswordRules
  name: string
}

/** The password was right and has expired: a new one, and on with the sign-in. */
export function ExpiredPassword({
  waiting,
  onNext,
  onBack,
}: {
  waiting: Waiting
  onNext: (outcome: SignInOutcome) => void
  onBack: () => void
}) {
  const { text, problem, fieldProblem } = useL10n()
  const [password, setPassword] = useState('')
  const [repeat, setRepeat] = useState('')
  const [tried, setTried] = useState(false)
  const set = useMutation({
    mutationFn: () => backend.setExpiredPassword(waiting.signInId, password),
    onSuccess: onNext,
  })
  const failure = set.isError ? IpcFailure.from(set.error) : null
  const fault = failure?.errors.find(({ field }) => field === 'new_password')
  const differs = tried && repeat !== password
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (password !== '' && repeat === password && !set.isPending) {
      set.mutate()
    }
  }
  const error =
    tried && password === '' ? { field: 'new_password', code: 'required' as const } : fault
  return (
    <Frame>
      <div className={styles.intro}>
        <h1 className={styles.title}>{text('expired-title')}</h1>
        <p>{text('expired-intro')}</p>
      </div>
      {failure && failure.errors.length === 0 && (
        <Banner
          tone="danger"
          live
          action={
            failure.code === 'not_found' ? (
              <Button onPress={onBack}>{text('expired-again')}</Button>
            ) : undefined
          }
        >
          {failure.code === 'not_found' ? text('expired-too-late') : problem(failure)}
        </Banner>
      )}
      <form className={styles.form} onSubmit={submit} noValidate>
        <NewPassword
          label={text('password-new')}
          names={[waiting.name]}
          rules={waiting.rules}
          value={password}
          onChange={setPassword}
          error={error && fieldProblem(error)}
          autoFocus
        />
        <TextField
          name="repeat"
          label={text('password-repeat')}
          type="password"
          reveal={{ show: text('sign-in-show'), hide: text('sign-in-hide') }}
          autoComplete="new-password"
          value={repeat}
          onChange={setRepeat}
          error={differs ? fieldProblem({ field: 'repeat', code: 'mismatch' }) : undefined}
        />
        <Button variant="primary" type="submit" wide busy={set.isPending}>
          {text('expired-submit')}
        </Button>
        <Button variant="quiet" wide onPress={onBack}>
          {text('expired-back')}
        </Button>
      </form>
    </Frame>
  )
}
