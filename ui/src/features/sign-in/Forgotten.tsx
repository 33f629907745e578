import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Banner, Button, TextField } from '../../components'
import { backend, IpcFailure } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './Form.module.css'
import { Frame } from './Frame'

/** "Forgotten password?" The answer is the same for every name. */
export function Forgotten({ initial, onBack }: { initial: string; onBack: () => void }) {
  const { text, problem, fieldProblem } = useL10n()
  const [name, setName] = useState(initial)
  const [tried, setTried] = useState(false)
  const ask = useMutation({ mutationFn: () => backend.requestPasswordReset(name.trim()) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.trim() !== '' && !ask.isPending) {
      ask.mutate()
    }
  }
  const missing = tried && name.trim() === ''
  return (
    <Frame>
      <div className={styles.intro}>
        <h1 className={styles.title}>{text('forgotten-title')}</h1>
        <p>{text('forgotten-intro')}</p>
      </div>
      {ask.isError && (
        <Banner tone="danger" live>
          {problem(IpcFailure.from(ask.error))}
        </Banner>
      )}
      {ask.isSuccess ? (
        <>
          <Banner tone="positive" title={text('forgotten-done-title')} live>
            {text('forgotten-done')}
          </Banner>
          <p>{text('forgotten-no-mailbox')}</p>
          <Button variant="primary" wide onPress={onBack}>
            {text('forgotten-back')}
          </Button>
        </>
      ) : (
        <form className={styles.form} onSubmit={submit} noValidate>
          <TextField
            name="name"
            label={text('forgotten-name')}
            description={text('forgotten-no-mailbox')}
            autoComplete="username"
            autoCorrect="off"
            spellCheck="false"
            autoFocus
            value={name}
            onChange={setName}
            error={missing ? fieldProblem({ field: 'sign_in_name', code: 'required' }) : undefined}
          />
          <Button variant="primary" type="submit" wide busy={ask.isPending}>
            {text('forgotten-submit')}
          </Button>
          <Button variant="quiet" wide onPress={onBack}>
            {text('forgotten-back')}
          </Button>
        </form>
      )}
    </Frame>
  )
}
