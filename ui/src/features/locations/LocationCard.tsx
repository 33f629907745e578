import { Link } from '@tanstack/react-router'
import { whereIs } from '../../access/scope/LocationPicker'
import { useSession } from '../../app/session'
import { Icon } from '../../components'
import type { Location } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './LocationsScreen.module.css'

/** One location: where it is, its terminals, and the way to who can act there. */
export function LocationCard({ location }: { location: Location }) {
  const { text } = useL10n()
  const { can } = useSession()
  const { id, name, terminals } = location
  const where = whereIs(location)
  return (
    <li className={styles.card}>
      <div className={styles.face}>
        <h2 className={styles.name}>
          <Icon name="location" size={16} /> <bdi>{name}</bdi>
        </h2>
        {where !== '' && <p className={styles.soft}>{where}</p>}
        {terminals.length === 0 ? (
          <p className={styles.soft}>{text('location-no-terminals')}</p>
        ) : (
          <ul className={styles.terminals} aria-label={text('location-terminals', { name })}>
            {terminals.map((terminal) => (
              <li key={terminal.id}>
                <span className={styles.number}>{terminal.number}</span>
                <bdi>{terminal.name}</bdi>
                <span className={styles.soft}>{text(`terminal-${terminal.kind}`)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {can('users.view') && (
        <Link to="/users" search={{ location: id }} className={styles.users ?? ''}>
          {text('location-users', { name })}
        </Link>
      )}
    </li>
  )
}
