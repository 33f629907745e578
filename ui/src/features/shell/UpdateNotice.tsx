import { useNavigate, useRouterState } from '@tanstack/react-router'
import { usePlannedUpdate, useUpdates } from '../../app/updates'
import { Banner, Button } from '../../components'
import { useL10n } from '../../l10n'
import styles from './Offers.module.css'

/** A calm line above the screens while there is something to know of updates; About has the rest. */
export function UpdateNotice() {
  const { text } = useL10n()
  const navigate = useNavigate()
  const status = useUpdates()
  usePlannedUpdate(status)
  // The screen in sight, not the one that is being read: both would say the same for a moment.
  const isAbout = useRouterState({
    select: ({ location, resolvedLocation = location }) => resolvedLocation.pathname === '/about',
  })
  if (status === null || isAbout) {
    return null
  }
  const { phase, frozen } = status
  const title = frozen
    ? text('updates-frozen')
    : phase.phase === 'offered' && phase.planned_for === null
      ? text('updates-offered', { version: phase.version })
      : phase.phase === 'fetched' || phase.phase === 'installed'
        ? text(`updates-${phase.phase}`, { version: phase.version })
        : null
  return title === null ? null : (
    <div className={styles.offer}>
      <Banner
        tone={frozen ? 'warning' : 'info'}
        title={title}
        action={
          <Button size="small" onPress={() => void navigate({ to: '/about' })}>
            {text('updates-see')}
          </Button>
        }
      />
    </div>
  )
}
