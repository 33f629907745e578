import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Banner, Button, Dialog, TextField } from '../../components'
import { backend, IpcFailure, type Profile } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './ProfileScreen.module.css'
import { profileKey } from './profileKey'

/** Asks for another address. Nothing changes before both mailboxes have confirmed it. */
export function ChangeEmailDialog({ profile, onClose }: { profile: Profile; onClose: () => void }) {
  const { text, problem, fieldProblem } = useL10n()
  const queries = useQueryClient()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const fault = (field: string, value: string) => {
    if (tried && value.trim() === '') {
      return fieldProblem({ field, code: 'required' })
    }
    const found = failure?.errors.find((error) => error.field === field)
    return found && fieldProblem(found)
  }

  const send = async (event?: FormEvent) => {
    event?.preventDefault()
    setTried(true)
    if (busy || email.trim() === '' || password === '') {
      return
    }
    setBusy(true)
    setFailure(null)
    try {
      queries.setQueryData(profileKey, await backend.changeEmail(email.trim(), password))
      onClose()
    } catch (thrown) {
      setTried(false)
      setPassword('')
      setFailure(IpcFailure.from(thrown))
    }
    setBusy(false)
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={text('profile-change-email')}
      closeLabel={text('shell-close')}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {text('profile-cancel')}
          </Button>
          <Button variant="primary" busy={busy} onPress={() => void send()}>
            {text('profile-change-email-send')}
          </Button>
        </>
      }
    >
      <form className={styles.form} onSubmit={(event) => void send(event)} noValidate>
        {failure && failure.errors.length === 0 && (
          <Banner tone="danger" live>
            {problem(failure)}
          </Banner>
        )}
        <p>{text('profile-change-email-how', { old: profile.sign_in_name })}</p>
        <TextField
          name="new-email"
          label={text('profile-new-email')}
          type="email"
          autoComplete="email"
          autoFocus
          value={email}
          onChange={setEmail}
          error={fault('email', email)}
        />
        <TextField
          name="current-password"
          label={text('profile-current-password')}
          description={text('profile-current-password-why')}
          type="password"
          reveal={{ show: text('sign-in-show'), hide: text('sign-in-hide') }}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={fault('password', password)}
        />
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  )
}
