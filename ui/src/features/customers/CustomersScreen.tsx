import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { reachName, roleName } from '../../access/names'
import { LockedReason } from '../../app/LockedReason'
import { useSession } from '../../app/session'
import { Button, EmptyState, StatusBadge } from '../../components'
import type { OwnMembership } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { AliasDialog } from './AliasDialog'
import styles from './CustomersScreen.module.css'

/** Every customer of the person: which one it is now, and the way to another. */
export function CustomersScreen() {
  const { text } = useL10n()
  const { me, membership } = useSession()
  return (
    <div className={styles.page}>
      <h1>{text('screen-customers')}</h1>
      <p className={styles.lead}>{text('customers-lead', { count: me.memberships.length })}</p>
      {me.memberships.length === 0 ? (
        <EmptyState icon="customer" title={text('customers-none')}>
          {text('start-no-customer-body')}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {me.memberships.map((each) => (
            <One
              key={each.customer.id}
              membership={each}
              current={each.customer.id === membership?.customer.id}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

function One({ membership, current }: { membership: OwnMembership; current: boolean }) {
  const l10n = useL10n()
  const { text } = l10n
  const { chooseCustomer } = useSession()
  const navigate = useNavigate()
  const [naming, setNaming] = useState(false)
  const { customer, roles, scope, permissions } = membership
  const mayName = permissions.includes('account.settings')
  return (
    <li className={styles.customer} data-current={current || undefined}>
      <div className={styles.face}>
        <h2 className={styles.name}>
          <span className={styles.number}>{customer.number}</span>{' '}
          <bdi>{customer.alias ?? customer.name}</bdi>
        </h2>
        {customer.alias !== null && <p className={styles.soft}>{customer.name}</p>}
        <p className={styles.soft}>
          {text('customers-access', {
            roles: l10n.list(roles.map((role) => roleName(l10n, role))),
            reach: reachName(l10n, scope.kind, scope.location_ids?.length ?? 0),
          })}
        </p>
        <p className={styles.badges}>
          <StatusBadge
            tone={customer.mode === 'live' ? 'positive' : 'warning'}
            icon={customer.mode === 'live' ? 'live' : 'test'}
          >
            {text(`mode-${customer.mode}`)}
          </StatusBadge>
          {current && (
            <StatusBadge tone="info" icon="check">
              {text('customers-current')}
            </StatusBadge>
          )}
        </p>
      </div>
      <div className={styles.actions}>
        <Button
          size="small"
          variant="quiet"
          icon="edit"
          lockedReason={
            mayName ? undefined : (
              <LockedReason
                code="permission_missing"
                params={{ permission: 'account.settings' }}
                customerId={customer.id}
              />
            )
          }
          onPress={() => setNaming(true)}
        >
          {text('alias-change', { number: customer.number })}
        </Button>
        {!current && (
          <Button
            size="small"
            variant="primary"
            onPress={() => {
              chooseCustomer(customer.id)
              void navigate({ to: '/' })
            }}
          >
            {text('customers-choose', { number: customer.number })}
          </Button>
        )}
      </div>
      {naming && <AliasDialog customer={customer} onClose={() => setNaming(false)} />}
    </li>
  )
}
