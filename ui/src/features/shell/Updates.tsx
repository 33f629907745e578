import { useState } from 'react'
import { tonight, useUpdates } from '../../app/updates'
import { Banner, Button, ProgressBar, StatusBadge, toast } from '../../components'
import { backend, type UpdateStatus } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './Updates.module.css'
import { useRestart } from './useRestart'

const MEGABYTE = 1_000_000

/** How updates stand, what is new, and what one wants of it. */
export function Updates() {
  const { text, problem, relative } = useL10n()
  const status = useUpdates()
  const [busy, setBusy] = useState(false)
  if (status === null) {
    return null
  }
  const { phase, feed, channel, target, checked_at, frozen, fault } = status
  const look = async () => {
    setBusy(true)
    await backend.lookForUpdates().catch(() => undefined)
    setBusy(false)
  }
  return (
    <div className={styles.updates}>
      {frozen && (
        <Banner tone="warning" title={text('updates-frozen')}>
          {text('updates-frozen-how')}
        </Banner>
      )}
      {fault !== null && (
        <Banner tone="danger" title={text('updates-fault')} live>
          {problem({ code: fault })} {text('updates-kept')}
        </Banner>
      )}
      <Phase status={status} />
      {feed !== null && (
        <p className={styles.feed}>{text('updates-feed', { feed, channel, target })}</p>
      )}
      {checked_at !== null && (
        <p>{text('updates-checked', { when: relative(checked_at, Date.now()) })}</p>
      )}
      {(phase.phase === 'current' || phase.phase === 'offered') && (
        <Button size="small" icon="retry" busy={busy} onPress={() => void look()}>
          {text('updates-look')}
        </Button>
      )}
    </div>
  )
}

function Phase({ status }: { status: UpdateStatus }) {
  const { text } = useL10n()
  const { phase } = status
  switch (phase.phase) {
    case 'unfollowed':
      return (
        <>
          <StatusBadge tone="neutral" icon="info">
            {text('updates-unfollowed')}
          </StatusBadge>
          <p>{text(`updates-why-${phase.why}`)}</p>
        </>
      )
    case 'current':
      // Who could not look does not know.
      return status.fault === null && !status.frozen ? (
        <StatusBadge tone="positive" icon="active">
          {text('updates-current')}
        </StatusBadge>
      ) : null
    case 'offered':
      return <Offered {...phase} byHand={/-(deb|rpm)$/.test(status.target)} />
    case 'fetching': {
      const arrived = Math.round(phase.arrived / MEGABYTE)
      const whole = phase.whole === null ? null : Math.round(phase.whole / MEGABYTE)
      return (
        <ProgressBar
          label={text('updates-fetching', { version: phase.version })}
          valueText={
            whole === null
              ? text('updates-fetching-unknown', { arrived })
              : text('updates-fetching-count', { arrived, whole })
          }
          value={phase.arrived}
          max={phase.whole ?? phase.arrived + MEGABYTE}
        />
      )
    }
    case 'fetched':
      return <Fetched {...phase} />
    case 'ready':
    case 'installed':
      return <Restart {...phase} />
  }
}

type Of<P> = Extract<UpdateStatus['phase'], { phase: P }>

/** @param byHand whether the system installs packages, so that the person has to begin it */
function Offered({ version, notes, planned_for, byHand }: Of<'offered'> & { byHand: boolean }) {
  const { text, relative } = useL10n()
  const [busy, setBusy] = useState(false)
  const install = async () => {
    setBusy(true)
    await backend.installUpdate().catch(() => undefined)
    setBusy(false)
  }
  const skip = () =>
    backend
      .skipUpdate()
      .then(() => toast({ tone: 'info', title: text('updates-skipped', { version }) }))
  return (
    <>
      <StatusBadge tone="info" icon="download">
        {text('updates-offered', { version })}
      </StatusBadge>
      {notes !== '' && (
        <section aria-label={text('updates-notes')} className={styles.notes}>
          <h2>{text('updates-notes')}</h2>
          <p className={styles.text}>{notes}</p>
        </section>
      )}
      {planned_for !== null && (
        <p>
          {Date.parse(planned_for) <= Date.now()
            ? text('updates-waits-install')
            : text('updates-planned', { when: relative(planned_for, Date.now()) })}
        </p>
      )}
      <div className={styles.actions}>
        {/* The app goes on whatever the package: only the restart ends it. */}
        <Button variant="primary" busy={busy} onPress={() => void install()}>
          {text(byHand ? 'updates-download' : 'updates-install')}
        </Button>
        {byHand ? null : planned_for === null ? (
          <Button onPress={() => void backend.planUpdate(tonight(Date.now()))}>
            {text('updates-tonight')}
          </Button>
        ) : (
          <Button onPress={() => void backend.planUpdate(null)}>
            {text(
              Date.parse(planned_for) <= Date.now() ? 'updates-waits-not' : 'updates-not-tonight',
            )}
          </Button>
        )}
        <Button variant="quiet" onPress={() => void skip()}>
          {text('updates-skip')}
        </Button>
      </div>
    </>
  )
}

function Fetched({ version, command }: Of<'fetched'>) {
  const { text } = useL10n()
  const copy = () =>
    backend
      .copyText(command)
      .then(() => toast({ tone: 'positive', title: text('updates-command-copied') }))
  return (
    <>
      <StatusBadge tone="info" icon="download">
        {text('updates-fetched', { version })}
      </StatusBadge>
      <p>{text('updates-fetched-how')}</p>
      <code className={styles.command}>{command}</code>
      <Button size="small" icon="copy" onPress={() => void copy()}>
        {text('updates-copy-command')}
      </Button>
    </>
  )
}

/** A version that the restart starts, or installs and starts. */
function Restart({ phase, version }: Of<'ready' | 'installed'>) {
  const { text } = useL10n()
  const { button, waits, dialog } = useRestart('medium')
  return (
    <>
      <StatusBadge tone="positive" icon="active">
        {text(`updates-${phase}`, { version })}
      </StatusBadge>
      <p>{text(waits ? 'updates-waits-restart' : `updates-${phase}-how`)}</p>
      {button}
      {dialog}
    </>
  )
}
