import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Banner, Button, Dialog } from '../../components'
import { IpcFailure } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { useOnline } from '../connection'
import { clockOf, useWait } from '../useWait'
import styles from './FormDialog.module.css'

/** What is wrong with a field, by its name on the wire. */
export type ErrorOf = (field: string) => string | undefined

/**
 * A dialog with fields and one button that sends them. What the service refuses stands at the field
 * that it names, and above the fields if it names none that is here.
 */
export function FormDialog({
  title,
  lead,
  send,
  sendVariant = 'primary',
  size,
  unavailableReason,
  local = false,
  ready = false,
  onSend,
  onRefused,
  onClose,
  children,
}: {
  title: string
  /** What happens next, in one sentence. */
  lead?: string
  /** The words on the button. */
  send: string
  sendVariant?: 'primary' | 'danger'
  size?: 'small' | 'medium' | 'large'
  /** Why it cannot be sent yet. */
  unavailableReason?: string | undefined
  /** Concerns this computer only: works without the service. */
  local?: boolean
  /** Nothing is typed: the button has the focus at the beginning. */
  ready?: boolean
  /** Sends it; the dialog closes when it has come back. */
  onSend: () => Promise<unknown>
  /** Reads again what may have been out of date. */
  onRefused?: () => Promise<unknown>
  onClose: () => void
  children: (errorOf: ErrorOf) => ReactNode
}) {
  const { text, problem, fieldProblem } = useL10n()
  const online = useOnline()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const wait = useWait(failure)
  const waiting = wait > 0 ? text('form-wait', { left: clockOf(wait) }) : undefined
  const held = online || local ? (waiting ?? unavailableReason) : problem({ code: 'offline' })

  useEffect(() => {
    if (failure) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    }
  }, [failure])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || held !== undefined) {
      return
    }
    setBusy(true)
    setFailure(null)
    try {
      await onSend()
      onClose()
    } catch (thrown) {
      setFailure(IpcFailure.from(thrown))
      setBusy(false)
      await onRefused?.()
    }
  }

  const placed = new Set<string>()
  const fields = children((field) => {
    placed.add(field)
    const fault = failure?.errors.find((error) => error.field === field)
    return fault && fieldProblem(fault)
  })
  const errors = failure?.errors ?? []
  const elsewhere = errors.length === 0 || errors.some(({ field }) => !placed.has(field))

  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      closeLabel={text('shell-close')}
      {...(size && { size })}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {text('form-cancel')}
          </Button>
          <Button
            type="submit"
            form={id}
            variant={sendVariant}
            autoFocus={ready}
            busy={busy}
            unavailableReason={held}
          >
            {send}
          </Button>
        </>
      }
    >
      <form
        id={id}
        ref={form}
        className={styles.form}
        onSubmit={(event) => void submit(event)}
        noValidate
      >
        {failure && elsewhere && (
          <Banner tone={failure.code === 'stale' ? 'warning' : 'danger'} live>
            {failure.code === 'stale' ? text('form-stale') : problem(failure)}
          </Banner>
        )}
        {waiting !== undefined && <p className={styles.wait}>{waiting}</p>}
        {lead !== undefined && <p>{lead}</p>}
        {fields}
      </form>
    </Dialog>
  )
}
