import { Link } from '@tanstack/react-router'
import { useL10n } from '../../l10n'

/** Leads from an object to everything that happened to it. */
export function ActivityLink({ about }: { about: string }) {
  const { text } = useL10n()
  return (
    <Link to="/activity" search={{ about }}>
      {text('activity-show-all')}
    </Link>
  )
}
