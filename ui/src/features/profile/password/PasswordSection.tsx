import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { confirmingDevicesKey } from '../../../app/auth-request/keys'
import { useOnline } from '../../../app/connection'
import { NewPassword } from '../../../app/new-password/NewPassword'
import { useSession } from '../../../app/session'
import { Banner, Button, Checkbox, Dialog, TextField, toast } from '../../../components'
import { backend, type FieldError, IpcFailure, type Me } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { Section } from '../Section'
import styles from './PasswordSection.module.css'

/** One's own password, or who keeps it in our place (C14). */
export function PasswordSection() {
  const { text } = useL10n()
  const provider = useSession().me.signs_in_with
  return provider === null ? (
    <OwnPassword />
  ) : (
    <Section title={text('own-password-title')}>
      <p>{text(`own-password-managed-${provider}`)}</p>
    </Section>
  )
}

/** Changing it, and saying that it may have leaked (S86, S87). */
function OwnPassword() {
  const { text, problem } = useL10n()
  const online = useOnline()
  const [open, setOpen] = useState<'change' | 'leaked' | null>(null)
  const offline = online ? undefined : problem({ code: 'offline' })
  const close = () => setOpen(null)
  return (
    <Section title={text('own-password-title')} lead={text('own-password-advice')}>
      <div className={styles.buttons}>
        <Button icon="key" unavailableReason={offline} onPress={() => setOpen('change')}>
          {text('own-password-change')}
        </Button>
        <Button
          variant="danger"
          icon="warning"
          unavailableReason={offline}
          onPress={() => setOpen('leaked')}
        >
          {text('own-password-leaked')}
        </Button>
      </div>
      {open === 'change' && <ChangeDialog onClose={close} />}
      {open === 'leaked' && <LeakedDialog onClose={close} />}
    </Section>
  )
}

function ChangeDialog({ onClose }: { onClose: () => void }) {
  const { text, problem, fieldProblem } = useL10n()
  const { me } = useSession()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [repeat, setRepeat] = useState('')
  const [tried, setTried] = useState(false)
  const change = useMutation({
    mutationFn: () => backend.changeOwnPassword(current, password),
    onSuccess: () => {
      toast({ tone: 'positive', title: text('own-password-changed') })
      onClose()
    },
  })
  const failure = change.isError ? IpcFailure.from(change.error) : null
  const fault = (field: string, missing: boolean): string | undefined => {
    const found: FieldError | undefined =
      tried && missing
        ? { field, code: 'required' }
        : failure?.errors.find((error) => error.field === field)
    return found && fieldProblem(found)
  }
  const submit = () => {
    setTried(true)
    if (current !== '' && password !== '' && repeat === password && !change.isPending) {
      change.mutate()
    }
  }
  const differs = tried && repeat !== password
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('own-password-change')}
      closeLabel={text('users-close')}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {text('users-cancel')}
          </Button>
          <Button variant="primary" busy={change.isPending} onPress={submit}>
            {text('own-password-save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {failure && failure.errors.length === 0 && (
          <Banner tone="danger" live>
            {problem(failure)}
          </Banner>
        )}
        <TextField
          name="current-password"
          label={text('own-password-current')}
          type="password"
          reveal={{ show: text('sign-in-show'), hide: text('sign-in-hide') }}
          autoComplete="current-password"
          autoFocus
          value={current}
          onChange={setCurrent}
          error={fault('current_password', current === '')}
        />
        <NewPassword
          label={text('password-new')}
          names={namesOf(me)}
          rules={me.password_rules}
          value={password}
          onChange={setPassword}
          error={fault('new_password', password === '')}
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
        <p className={styles.soft}>{text('own-password-effect')}</p>
      </div>
    </Dialog>
  )
}

function LeakedDialog({ onClose }: { onClose: () => void }) {
  const { text, problem, fieldProblem } = useL10n()
  const { me, signOut } = useSession()
  const [keep, setKeep] = useState(false)
  const confirming = useQuery({
    queryKey: confirmingDevicesKey(me.session_id),
    queryFn: () => backend.listConfirmingDevices(),
  })
  const devices = confirming.data?.devices ?? []
  const [current, setCurrent] = useState('')
  const [tried, setTried] = useState(false)
  const byMail = me.sign_in_name.includes('@')
  const report = useMutation({
    mutationFn: () => backend.reportLeakedPassword(current, keep),
    onSuccess: () => {
      signOut({ tone: 'info', title: text(byMail ? 'leaked-done-mail' : 'leaked-done-hand') })
    },
  })
  const failure = report.isError ? IpcFailure.from(report.error) : null
  const error: FieldError | undefined =
    tried && current === ''
      ? { field: 'current_password', code: 'required' }
      : failure?.errors.find(({ field }) => field === 'current_password')
  const submit = () => {
    setTried(true)
    if (current !== '' && !report.isPending) {
      report.mutate()
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('own-password-leaked')}
      closeLabel={text('users-close')}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {text('users-cancel')}
          </Button>
          <Button variant="danger" busy={report.isPending} onPress={submit}>
            {text('leaked-submit')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {failure && failure.errors.length === 0 && (
          <Banner tone="danger" live>
            {problem(failure)}
          </Banner>
        )}
        <p>{text('leaked-intro')}</p>
        <ul className={styles.list}>
          <li>{text('leaked-effect-password')}</li>
          <li>{text('leaked-effect-sessions')}</li>
          {devices.length > 0 && !keep && <li>{text('leaked-effect-confirming')}</li>}
          <li>{text('leaked-effect-administrators')}</li>
          <li>{text(byMail ? 'leaked-next-mail' : 'leaked-next-hand')}</li>
        </ul>
        <TextField
          name="current-password"
          label={text('own-password-current')}
          description={text('leaked-why-password')}
          type="password"
          reveal={{ show: text('sign-in-show'), hide: text('sign-in-hide') }}
          autoComplete="current-password"
          autoFocus
          value={current}
          onChange={setCurrent}
          error={error && fieldProblem(error)}
        />
        {devices.length > 0 && (
          <Checkbox
            isSelected={keep}
            onChange={setKeep}
            description={text('leaked-keep-confirming-help', {
              devices: devices.map(({ name }) => name).join(', '),
            })}
          >
            {text('leaked-keep-confirming')}
          </Checkbox>
        )}
      </div>
    </Dialog>
  )
}

/** What must not stand in a password. */
function namesOf(me: Me): string[] {
  const companies = me.memberships.flatMap(({ customer }) => [customer.name, customer.alias ?? ''])
  return [me.given_name, me.family_name, me.sign_in_name, ...companies]
}
