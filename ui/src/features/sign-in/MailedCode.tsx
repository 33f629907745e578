import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { clockOf, useCountdown, useWait } from '../../app/useWait'
import { Banner, Button, TextField } from '../../components'
import {
  backend,
  IpcFailure,
  type MailedCode as Mailed,
  type SignInOutcome,
} from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './Form.module.css'
import { Frame } from './Frame'

const SECOND = 1_000

/** The password was right: the code that was mailed, for who has no app. */
export function MailedCode({
  signInId,
  first,
  onNext,
  onBack,
}: {
  signInId: string
  /** What became of the first code. */
  first: Mailed
  onNext: (outcome: SignInOutcome) => void
  onBack: () => void
}) {
  const { text, problem, fieldProblem } = useL10n()
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const [mailed, setMailed] = useState(first)
  const show = useMutation({
    mutationFn: () => backend.showSecondFactor(signInId, 'mailed_code', code),
    onSuccess: onNext,
    onError: () => setTried(false),
  })
  const send = useMutation({
    mutationFn: () => backend.sendMailedCode(signInId),
    onSuccess: (sent) => {
      setMailed(sent.mailed)
      setCode('')
      setTried(false)
      show.reset()
    },
  })
  const failure = show.isError ? IpcFailure.from(show.error) : null
  const unsent = send.isError ? IpcFailure.from(send.error) : null
  const fault =
    tried && code.trim() === ''
      ? { field: 'code', code: 'required' as const }
      : failure?.errors.find(({ field }) => field === 'code')
  const over = failure?.code === 'not_found' || unsent?.code === 'not_found'
  const told = failure && failure.errors.length === 0 ? failure : unsent
  const wait = useWait(failure)
  const waiting = wait > 0 ? text('form-wait', { left: clockOf(wait) }) : undefined
  // Counted from when it was told, whatever the clock of this computer says.
  const another = useCountdown(pauseOf(mailed), mailed)
  const refused = useWait(unsent)
  const pause = Math.max(another, refused)
  const pausing = pause > 0 ? text('mailed-code-another-wait', { left: clockOf(pause) }) : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (code.trim() !== '' && !show.isPending && waiting === undefined) {
      show.mutate()
    }
  }
  return (
    <Frame>
      <div className={styles.intro}>
        <h1 className={styles.title}>{text('mailed-code-title')}</h1>
        <p>
          {mailed.sent_at === null
            ? text('mailed-code-none')
            : text('mailed-code-intro', { address: mailed.address })}
        </p>
        {mailed !== first && <p role="status">{text('mailed-code-sent-again')}</p>}
      </div>
      {told && (
        <Banner
          tone="danger"
          live
          action={over ? <Button onPress={onBack}>{text('expired-again')}</Button> : undefined}
        >
          {over ? text('second-factor-over') : problem(told)}
        </Banner>
      )}
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField
          name="code"
          label={text('mailed-code-label')}
          description={text('mailed-code-hint')}
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
          error={
            fault && (fault.code === 'wrong_code' ? text('mailed-code-wrong') : fieldProblem(fault))
          }
        />
        {waiting !== undefined && <p className={styles.wait}>{waiting}</p>}
        <Button
          variant="primary"
          type="submit"
          wide
          busy={show.isPending}
          unavailableReason={waiting}
        >
          {text('second-factor-submit')}
        </Button>
        {mailed.sent_at !== null && mailed.another_after === null ? (
          <p className={styles.lead}>{text('mailed-code-last')}</p>
        ) : (
          <>
            {pausing !== undefined && <p className={`${styles.wait} ${styles.lead}`}>{pausing}</p>}
            <Button
              variant="quiet"
              wide
              busy={send.isPending}
              unavailableReason={pausing}
              onPress={() => send.mutate()}
            >
              {text('mailed-code-another')}
            </Button>
          </>
        )}
        <Button variant="quiet" wide onPress={onBack}>
          {text('expired-back')}
        </Button>
      </form>
    </Frame>
  )
}

/** How many seconds lie between a code and the next that may be asked for. */
function pauseOf({ sent_at, another_after }: Mailed): number {
  return sent_at === null || another_after === null
    ? 0
    : (Date.parse(another_after) - Date.parse(sent_at)) / SECOND
}
