import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Banner, Button, Dialog, Fact, Facts, TextField } from '../../components'
import { backend, IpcFailure, type OpenAuthRequest } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { useAskedAboutSignIn } from '../begun'
import { clockOf, useCountdown } from '../useWait'
import styles from './Answer.module.css'

const DIGITS = 6
const SECOND = 1_000

/** A sign-in elsewhere: who, with what, from where; the number that it shows is typed, never picked. */
export function Answer({
  request,
  onApproved,
  onRefused,
  onOver,
}: {
  request: OpenAuthRequest
  onApproved: () => void
  onRefused: () => void
  /** It takes no answer any more. */
  onOver: () => void
}) {
  const { text, problem, fieldProblem } = useL10n()
  useAskedAboutSignIn()
  const [number, setNumber] = useState('')
  const [tried, setTried] = useState(false)
  const approve = useMutation({
    mutationFn: () => backend.approveAuthRequest(request.id, number),
    onSuccess: ({ state }) => (state === 'approved' ? onApproved() : onOver()),
    onError: () => {
      setTried(false)
      setNumber('')
    },
  })
  const refuse = useMutation({
    mutationFn: () => backend.refuseAuthRequest(request.id),
    onSuccess: onRefused,
  })
  const left = useTimeLeft(request, onOver)
  const failure = [approve.error, refuse.error].filter(Boolean).map(IpcFailure.from)[0] ?? null
  const over = failure?.code === 'auth_request_over' || failure?.code === 'not_found'
  useEffect(() => {
    if (over) {
      onOver()
    }
  }, [over, onOver])
  const wrong = failure?.errors.find(({ field }) => field === 'answer')
  const incomplete = number.replace(/\s/g, '').length !== DIGITS
  const signsIn = request.action === 'sign_in'
  const busy = approve.isPending || refuse.isPending
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!incomplete && !busy) {
      approve.mutate()
    }
  }
  const fault =
    tried && incomplete
      ? text('auth-request-six-digits')
      : wrong && fieldProblem({ ...wrong, field: 'number' })
  return (
    <Dialog
      open
      mustAnswer
      size="small"
      onClose={() => undefined}
      title={text(signsIn ? 'auth-request-title' : 'auth-request-title-step-up')}
      closeLabel={text('shell-close')}
      footer={
        <>
          <Button
            variant="danger"
            busy={refuse.isPending}
            {...(approve.isPending && { unavailableReason: text('auth-request-busy') })}
            onPress={() => refuse.mutate()}
          >
            {text('auth-request-not-me')}
          </Button>
          <Button variant="primary" type="submit" form="auth-request" busy={approve.isPending}>
            {text('auth-request-approve')}
          </Button>
        </>
      }
    >
      <form id="auth-request" className={styles.form} onSubmit={submit} noValidate>
        <p>{text(signsIn ? 'auth-request-intro' : 'auth-request-intro-step-up')}</p>
        <Facts>
          <Fact name={text('auth-request-who')}>
            <bdi>{request.sign_in_name}</bdi>
          </Fact>
          <Fact name={text('auth-request-what')}>{text(`auth-request-${request.action}`)}</Fact>
          {(request.several || request.about !== null) && (
            <Fact name={text('auth-request-about')}>
              {request.several ? text('auth-request-several') : <bdi>{request.about}</bdi>}
            </Fact>
          )}
          {request.customer_name !== null && (
            <Fact name={text('auth-request-customer')}>
              <bdi>{request.customer_name}</bdi>
            </Fact>
          )}
          <Fact name={text('auth-request-device')}>
            <bdi>{request.device_name}</bdi>
            {request.program !== null && <div className={styles.soft}>{request.program}</div>}
          </Fact>
          <Fact name={text('auth-request-address')}>
            {request.address ?? text('auth-request-unknown')}
          </Fact>
        </Facts>
        {failure && !over && failure.errors.length === 0 && (
          <Banner tone="danger" live>
            {problem(failure)}
          </Banner>
        )}
        <TextField
          name="number"
          label={text('auth-request-number')}
          description={text('auth-request-number-hint', { left: clockOf(left) })}
          inputMode="numeric"
          autoComplete="off"
          autoCorrect="off"
          spellCheck="false"
          autoFocus
          value={number}
          onChange={(value) => {
            setNumber(value)
            setTried(false)
          }}
          error={fault || undefined}
        />
      </form>
    </Dialog>
  )
}

/** How many seconds the request still stands, counted from when it was seen here; then it is over. */
function useTimeLeft(request: OpenAuthRequest, onOver: () => void): number {
  const seen = useRef(performance.now())
  const whole = (Date.parse(request.expires_at) - Date.parse(request.raised_at)) / SECOND
  const left = useCountdown(whole, seen)
  useEffect(() => {
    const spent = performance.now() - seen.current
    const timer = setTimeout(onOver, Math.max(whole * SECOND - spent, 0))
    return () => clearTimeout(timer)
  }, [whole, onOver])
  return left
}
