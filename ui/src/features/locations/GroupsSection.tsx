import { useState } from 'react'
import { useLocationGroups } from '../../access/queries'
import { useLock } from '../../app/LockedReason'
import { useMembership } from '../../app/session'
import { Button, ErrorState, Icon, IconButton, Skeleton } from '../../components'
import { IpcFailure, type LocationGroup } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { DeleteGroupDialog } from './DeleteGroupDialog'
import { GroupDialog } from './GroupDialog'
import styles from './GroupsSection.module.css'

/** The groups of locations that the customer made, and the way to make and change them (L7). */
export function GroupsSection() {
  const { text, problem } = useL10n()
  const { customer } = useMembership()
  const groups = useLocationGroups(customer.id)
  const locked = useLock()('locations.manage')
  const [editing, setEditing] = useState<LocationGroup | 'new' | null>(null)
  const [deleting, setDeleting] = useState<LocationGroup | null>(null)
  // Whoever can neither use nor make one is not told of groups.
  if (groups.data?.length === 0 && locked !== undefined) {
    return null
  }
  return (
    <section className={styles.section} aria-labelledby="location-groups">
      <header className={styles.header}>
        <h2 id="location-groups">{text('location-groups')}</h2>
        <Button icon="add" lockedReason={locked} onPress={() => setEditing('new')}>
          {text('location-group-new')}
        </Button>
      </header>
      <p className={styles.soft}>{text('location-groups-hint')}</p>
      {groups.isError ? (
        <ErrorState
          title={text('location-groups-failed')}
          action={<Button onPress={() => void groups.refetch()}>{text('users-retry')}</Button>}
        >
          {problem(IpcFailure.from(groups.error))}
        </ErrorState>
      ) : groups.data === undefined ? (
        <Skeleton height="3rem" />
      ) : groups.data.length === 0 ? (
        <p className={styles.none}>{text('location-groups-none')}</p>
      ) : (
        <ul className={styles.list} aria-label={text('location-groups')}>
          {groups.data.map((group) => (
            <li key={group.id} className={styles.group}>
              <Icon name="locationGroup" size={16} />
              <span className={styles.words}>
                <span className={styles.name}>
                  <bdi>{group.name}</bdi>
                </span>
                <span className={styles.soft}>
                  {text('scope-only-count', { count: group.location_count })}
                </span>
              </span>
              {group.refusal === null && (
                <span className={styles.actions}>
                  <IconButton
                    icon="edit"
                    label={text('location-group-edit', { group: group.name })}
                    onPress={() => setEditing(group)}
                  />
                  <IconButton
                    icon="delete"
                    danger
                    label={text('location-group-delete', { group: group.name })}
                    onPress={() => setDeleting(group)}
                  />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {editing && (
        <GroupDialog
          customerId={customer.id}
          group={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      {deleting && (
        <DeleteGroupDialog
          customerId={customer.id}
          group={deleting}
          onClose={() => setDeleting(null)}
        />
      )}
    </section>
  )
}
