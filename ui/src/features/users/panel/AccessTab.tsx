import { idleReason, sourceNames } from '../../../access/words'
import { usePendingChanges } from '../../../app/approvals'
import { useSession } from '../../../app/session'
import { Chip, Icon } from '../../../components'
import type { Area, CataloguePermission, Permission, Right, Role, User } from '../../../ipc/client'
import { permissionKey, useL10n } from '../../../l10n'
import { reachName, roleName } from '../names'
import { useLocationGroups, useLocationNames } from '../queries'
import styles from './AccessTab.module.css'

/** Roles, reach, and what they allow together. */
export function AccessTab({
  customerId,
  user,
  catalogue,
  roles,
  onWhy,
}: {
  customerId: string
  user: User
  catalogue: readonly CataloguePermission[]
  roles: readonly Role[]
  /** Asks why a permission may be used or not. */
  onWhy: (permission: Permission) => void
}) {
  const l10n = useL10n()
  const { text } = l10n
  const { data: changes = [] } = usePendingChanges()
  const waiting = changes.find(
    ({ kind, state, target }) =>
      (kind === 'new_user' || kind === 'critical_grant') &&
      state === 'waiting' &&
      target.id === user.id,
  )
  const awaited = (waiting?.roles ?? []).filter(({ id }) =>
    user.roles.every((has) => has.id !== id),
  )
  const rights = new Map(user.rights.map((right) => [right.permission, right]))
  const held = catalogue.filter(({ permission }) => rights.has(permission))
  const effective = user.rights.filter(({ idle }) => idle === null).length
  const areas = [...new Set(held.map(({ area }) => area))]
  return (
    <div className={styles.access}>
      <section>
        <h3>{text('panel-roles')}</h3>
        <ul className={styles.roles}>
          {user.roles.map((role) => (
            <li key={role.id}>
              <Chip>{roleName(l10n, role)}</Chip>
              {role.built_in && (
                <span className={styles.soft}>{text(`role-${role.built_in}-description`)}</span>
              )}
            </li>
          ))}
        </ul>
        {user.roles.length === 0 && <p className={styles.soft}>{text('panel-roles-none')}</p>}
        {awaited.length > 0 && (
          <p className={styles.waits}>
            <Icon name="approvals" size={14} />{' '}
            {text('panel-roles-wait', {
              roles: l10n.list(awaited.map((role) => roleName(l10n, role))),
            })}
          </p>
        )}
      </section>
      <section>
        <h3>{text('panel-reach')}</h3>
        <p>{reachName(l10n, user.scope.kind, user.location_count)}</p>
        <Groups customerId={customerId} ids={user.scope.group_ids ?? []} />
        <Places customerId={customerId} ids={user.scope.location_ids ?? []} />
        {user.scope.kind !== 'only' && (
          <p className={styles.soft}>{text(`scope-${user.scope.kind}-description`)}</p>
        )}
      </section>
      <section>
        <h3>{text('panel-permissions', { count: effective })}</h3>
        {areas.map((area) => (
          <AreaPart
            key={area}
            area={area}
            held={held.filter((entry) => entry.area === area)}
            rights={rights}
            roles={roles}
            onWhy={onWhy}
          />
        ))}
      </section>
    </div>
  )
}

function Groups({ customerId, ids }: { customerId: string; ids: readonly string[] }) {
  const { text } = useL10n()
  const { can } = useSession()
  const enabled = ids.length > 0 && can('locations.view')
  const { data = [] } = useLocationGroups(customerId, enabled)
  const groups = data.filter(({ id }) => ids.includes(id))
  return (
    groups.length > 0 && (
      <ul className={styles.places} aria-label={text('scope-groups')}>
        {groups.map(({ id, name, location_count }) => (
          <li key={id}>
            <Icon name="locationGroup" size={14} /> {name}{' '}
            <span className={styles.soft}>
              {text('scope-only-count', { count: location_count })}
            </span>
          </li>
        ))}
      </ul>
    )
  )
}

function Places({ customerId, ids }: { customerId: string; ids: readonly string[] }) {
  const { can } = useSession()
  const enabled = ids.length > 0 && can('locations.view')
  const { data: places = [] } = useLocationNames(customerId, ids, enabled)
  return (
    places.length > 0 && (
      <ul className={styles.places}>
        {places.map(({ id, name }) => (
          <li key={id}>
            <Icon name="location" size={14} /> {name}
          </li>
        ))}
      </ul>
    )
  )
}

function AreaPart({
  area,
  held,
  rights,
  roles,
  onWhy,
}: {
  area: Area
  held: readonly CataloguePermission[]
  rights: ReadonlyMap<Permission, Right>
  roles: readonly Role[]
  onWhy: (permission: Permission) => void
}) {
  const l10n = useL10n()
  const { text } = l10n
  return (
    <div className={styles.area}>
      <h4 className={styles.areaName}>{text(`area-${area}`)}</h4>
      <ul className={styles.permissions}>
        {held.map((entry) => {
          const right = rights.get(entry.permission)
          const idle = right?.idle ?? null
          return (
            <li key={entry.permission} className={styles.permission}>
              <button
                type="button"
                className={styles.right}
                onClick={() => onWhy(entry.permission)}
              >
                <span className={idle ? styles.idle : undefined}>
                  {text(permissionKey(entry.permission))}
                </span>
                <span className={styles.soft}>{right && sourceNames(l10n, right, roles)}</span>
              </button>
              {entry.critical && (
                <span className={styles.critical}>
                  <Icon name="warning" size={14} />
                  {text('panel-critical')} {text(`${permissionKey(entry.permission)}-risk`)}
                </span>
              )}
              {idle && <span className={styles.soft}>{idleReason(l10n, idle)}</span>}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
