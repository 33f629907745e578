import { useState } from 'react'
import { reachName, roleName } from '../../access/names'
import { useOnline } from '../../app/connection'
import { customerName } from '../../app/names'
import { useSession } from '../../app/session'
import { Button } from '../../components'
import type { OwnMembership } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { LeaveDialog } from './LeaveDialog'
import styles from './ProfileScreen.module.css'
import { Section } from './Section'

/** The customers one belongs to, with what one may do there in plain words, and the way out. */
export function MembershipsSection() {
  const { text } = useL10n()
  const { me } = useSession()
  return (
    <Section title={text('profile-customers')} lead={text('profile-customers-lead')}>
      {me.memberships.length === 0 ? (
        <p className={styles.soft}>{text('customers-none')}</p>
      ) : (
        <ul className={styles.memberships}>
          {me.memberships.map((membership) => (
            <One key={membership.customer.id} membership={membership} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function One({ membership }: { membership: OwnMembership }) {
  const l10n = useL10n()
  const { text, problem } = l10n
  const online = useOnline()
  const [leaving, setLeaving] = useState(false)
  const { customer, roles, scope } = membership
  return (
    <li className={styles.row}>
      <div>
        <span className={styles.name}>{customerName(l10n, customer)}</span>
        <p className={styles.soft}>
          {text('customers-access', {
            roles: l10n.list(roles.map((role) => roleName(l10n, role))),
            reach: reachName(l10n, scope.kind, scope.location_ids?.length ?? 0),
          })}
        </p>
      </div>
      <Button
        size="small"
        unavailableReason={online ? undefined : problem({ code: 'offline' })}
        onPress={() => setLeaving(true)}
      >
        {text('leave-open', { number: customer.number })}
      </Button>
      {leaving && <LeaveDialog customer={customer} onClose={() => setLeaving(false)} />}
    </li>
  )
}
