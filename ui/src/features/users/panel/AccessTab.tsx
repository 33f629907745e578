import { useMembership, useSession } from '../../../app/session'
import { Chip, Icon } from '../../../components'
import type { Area, CataloguePermission, Customer, User } from '../../../ipc/client'
import { permissionKey, useL10n } from '../../../l10n'
import { reachName, roleName } from '../names'
import { useLocations } from '../queries'
import styles from './AccessTab.module.css'

/** Roles, reach, and what they allow together. */
export function AccessTab({
  customerId,
  user,
  catalogue,
}: {
  customerId: string
  user: User
  catalogue: readonly CataloguePermission[]
}) {
  const l10n = useL10n()
  const { text } = l10n
  const { customer } = useMembership()
  const held = catalogue.filter(({ permission }) => user.permissions.includes(permission))
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
      </section>
      <section>
        <h3>{text('panel-reach')}</h3>
        <p>{reachName(l10n, user.scope.kind, (user.scope.location_ids ?? []).length)}</p>
        <Places customerId={customerId} ids={user.scope.location_ids ?? []} />
        {user.scope.kind !== 'only' && (
          <p className={styles.soft}>{text(`scope-${user.scope.kind}-description`)}</p>
        )}
      </section>
      <section>
        <h3>{text('panel-permissions', { count: held.length })}</h3>
        {areas.map((area) => (
          <AreaPart
            key={area}
            area={area}
            held={held.filter((entry) => entry.area === area)}
            customer={customer}
          />
        ))}
      </section>
    </div>
  )
}

function Places({ customerId, ids }: { customerId: string; ids: readonly string[] }) {
  const { can } = useSession()
  const { data } = useLocations(customerId, '', ids.length > 0 && can('locations.view'))
  const places = (data?.items ?? []).filter(({ id }) => ids.includes(id))
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
  customer,
}: {
  area: Area
  held: readonly CataloguePermission[]
  customer: Customer
}) {
  const { text } = useL10n()
  return (
    <div className={styles.area}>
      <h4 className={styles.areaName}>{text(`area-${area}`)}</h4>
      <ul className={styles.permissions}>
        {held.map((entry) => (
          <li key={entry.permission} className={styles.permission}>
            <span>{text(permissionKey(entry.permission))}</span>
            {entry.critical && (
              <span className={styles.critical}>
                <Icon name="warning" size={14} />
                {text('panel-critical')} {text(`${permissionKey(entry.permission)}-risk`)}
              </span>
            )}
            {isIdle(entry, customer) && (
              <span className={styles.soft}>{text(`precondition-${entry.precondition}`)}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Whether a permission has no effect because of a fact of the customer (`CustomerFacts::meets`). */
function isIdle({ precondition }: CataloguePermission, customer: Customer): boolean {
  switch (precondition) {
    case 'acquirer_agreement':
      return !customer.acquirer_agreement
    case 'production':
      return customer.mode !== 'live'
    case null:
      return false
  }
}
