import { Link } from '@tanstack/react-router'
import { STATUS_LOOK } from '../../app/statusLook'
import { StatusBadge } from '../../components'
import type { StatusCount, UserStatusKind } from '../../ipc/types'
import { useL10n } from '../../l10n'
import styles from './HomeScreen.module.css'

/** The statuses in which somebody waits for an administrator, the most pressing first. */
const NEEDING: readonly UserStatusKind[] = [
  'locked_attempts',
  'locked_inactivity',
  'activation_link_expired',
  'not_invited',
  'password_expired',
]

/** Who needs somebody to do something, each with the way to them. */
export function Attention({ statuses }: { statuses: readonly StatusCount[] }) {
  const { text, number } = useL10n()
  const needing = NEEDING.flatMap((kind) =>
    statuses.filter(({ status, count }) => status === kind && count > 0),
  )
  if (needing.length === 0) {
    return <p>{text('home-attention-none')}</p>
  }
  return (
    <ul className={styles.needing}>
      {needing.map(({ status, count }) => (
        <li key={status}>
          <Link to="/users" search={{ status }} className={styles.need ?? ''}>
            <StatusBadge {...STATUS_LOOK[status]}>{text(`status-${status}`)}</StatusBadge>
            <span>{text('home-attention-count', { count, shown: number(count) })}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
