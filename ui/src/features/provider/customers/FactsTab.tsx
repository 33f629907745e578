import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, Fact, Facts } from '../../../components'
import type { ProviderCustomer } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import styles from '../Provider.module.css'
import { ChangeFactsDialog } from './ChangeFactsDialog'

/** What the provider says of the customer. */
export function FactsTab({ customer }: { customer: ProviderCustomer }) {
  const { text, date } = useL10n()
  const [changing, setChanging] = useState(false)
  return (
    <div className={styles.part}>
      <Facts>
        <Fact name={text('provider-number')}>{customer.number}</Fact>
        <Fact name={text('provider-name')}>
          <bdi>{customer.name}</bdi>
        </Fact>
        <Fact name={text('provider-alias')}>
          {customer.alias === null ? text('provider-no-alias') : <bdi>{customer.alias}</bdi>}
        </Fact>
        <Fact name={text('provider-mode')}>
          {text(`mode-${customer.mode}`)} · {text(`provider-mode-${customer.mode}`)}
        </Fact>
        <Fact name={text('provider-agreement')}>
          {text(customer.acquirer_agreement ? 'provider-in-force' : 'provider-none')}
        </Fact>
        <Fact name={text('provider-since')}>{date(customer.created_at)}</Fact>
        <Fact name={text('screen-provider-requests')}>
          {customer.waiting_requests === 0 ? (
            text('waiting-none')
          ) : (
            <Link to="/provider/requests">
              {text('waiting-count', { count: customer.waiting_requests })}
            </Link>
          )}
        </Fact>
      </Facts>
      <p className={styles.soft}>{text('provider-facts-lead')}</p>
      <div>
        <Button icon="edit" onPress={() => setChanging(true)}>
          {text('provider-change-facts')}
        </Button>
      </div>
      {changing && <ChangeFactsDialog customer={customer} onClose={() => setChanging(false)} />}
    </div>
  )
}
