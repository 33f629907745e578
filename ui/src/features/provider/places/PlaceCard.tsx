import { useState } from 'react'
import { Button, IconButton } from '../../../components'
import type { ProviderLocation } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { addressLine } from '../../../places/placeDraft'
import styles from '../Provider.module.css'
import { PlaceDialog } from './PlaceDialog'
import place from './Places.module.css'
import { TerminalDialog } from './TerminalDialog'

/** What is open: the location's own dialog, a new terminal's, or that of one terminal. */
type Open = 'location' | 'new-terminal' | { terminal: string } | null

/** One location: where it is, and its terminals. */
export function PlaceCard({
  customerId,
  location,
}: {
  customerId: string
  location: ProviderLocation
}) {
  const { text } = useL10n()
  const [open, setOpen] = useState<Open>(null)
  const { name, terminals } = location
  const where = addressLine(location)
  const close = () => setOpen(null)
  const changing =
    open !== null && typeof open === 'object'
      ? terminals.find(({ id }) => id === open.terminal)
      : undefined
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h2 className={styles.name}>
          <bdi>{name}</bdi>
        </h2>
        <div className={styles.actions}>
          <Button size="small" icon="edit" onPress={() => setOpen('location')}>
            {text('provider-change-location', { name })}
          </Button>
          <Button size="small" icon="add" onPress={() => setOpen('new-terminal')}>
            {text('provider-add-terminal')}
          </Button>
        </div>
      </div>
      {where !== '' && <p className={styles.soft}>{where}</p>}
      {terminals.length === 0 ? (
        <p className={styles.soft}>{text('location-no-terminals')}</p>
      ) : (
        <ul className={place.terminals} aria-label={text('location-terminals', { name })}>
          {terminals.map((terminal) => (
            <li key={terminal.id}>
              <IconButton
                icon="edit"
                label={text('provider-change-terminal', { number: terminal.number })}
                onPress={() => setOpen({ terminal: terminal.id })}
              />
              <span className={place.number}>{terminal.number}</span>
              <bdi>{terminal.name}</bdi>
              <span className={styles.soft}>{text(`terminal-${terminal.kind}`)}</span>
            </li>
          ))}
        </ul>
      )}
      {open === 'location' && (
        <PlaceDialog customerId={customerId} location={location} onClose={close} />
      )}
      {open === 'new-terminal' && (
        <TerminalDialog
          customerId={customerId}
          location={location}
          terminal={null}
          onClose={close}
        />
      )}
      {changing && (
        <TerminalDialog
          customerId={customerId}
          location={location}
          terminal={changing}
          onClose={close}
        />
      )}
    </li>
  )
}
