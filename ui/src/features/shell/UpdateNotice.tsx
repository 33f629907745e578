import { useNavigate, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { useQuietMoment, useUpdates } from '../../app/updates'
import { ABOUT, noteScreen } from '../../app/wasAt'
import { Banner, Button } from '../../components'
import { useL10n } from '../../l10n'
import styles from './Offers.module.css'
import { useRestart } from './useRestart'

/** A calm line above the screens while there is something to know of updates; About has the rest. */
export function UpdateNotice() {
  const { text } = useL10n()
  const status = useUpdates()
  useQuietMoment(status)
  // The screen in sight, not the one that is being read: both would say the same for a moment.
  const { pathname, href } = useRouterState({
    select: ({ location, resolvedLocation = location }) => ({
      pathname: resolvedLocation.pathname,
      href: resolvedLocation.href,
    }),
    structuralSharing: true,
  })
  useEffect(() => noteScreen(href), [href])
  if (status === null || pathname === ABOUT) {
    return null
  }
  const { phase, frozen } = status
  if ((phase.phase === 'installed' || phase.phase === 'ready') && !frozen) {
    return <RestartNotice {...phase} />
  }
  const title = frozen
    ? text('updates-frozen')
    : phase.phase === 'offered' && phase.planned_for === null
      ? text('updates-offered', { version: phase.version })
      : phase.phase === 'fetched'
        ? text('updates-fetched', { version: phase.version })
        : null
  return title === null ? null : (
    <Notice tone={frozen ? 'warning' : 'info'} title={title} action={<SeeMore />} />
  )
}

function SeeMore() {
  const { text } = useL10n()
  const navigate = useNavigate()
  return (
    <Button size="small" onPress={() => void navigate({ to: ABOUT })}>
      {text('updates-see')}
    </Button>
  )
}

/** A new version is in place or ready: it is started from wherever one is, and one comes back there. */
function RestartNotice({ phase, version }: { phase: 'installed' | 'ready'; version: string }) {
  const { text } = useL10n()
  const { button, waits, dialog } = useRestart('small')
  return (
    <>
      <Notice
        tone="info"
        title={waits ? text('updates-waits-restart') : text(`updates-${phase}`, { version })}
        action={button}
      />
      {dialog}
    </>
  )
}

function Notice(props: { tone: 'info' | 'warning'; title: string; action: ReactNode }) {
  return (
    <div className={styles.offer}>
      <Banner {...props} />
    </div>
  )
}
