import { useState } from 'react'
import { keysOf, useAction } from '../../../app/actions'
import { providerKeys } from '../../../app/providerKeys'
import { useDebounced } from '../../../app/useDebounced'
import { Button, EmptyState } from '../../../components'
import { backend } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { Listed } from '../Listed'
import styles from '../Provider.module.css'
import { PAUSE, SearchBox } from '../SearchBox'
import { usePages } from '../usePages'
import { CreateCustomerDialog } from './CreateCustomerDialog'
import { CustomerCard } from './CustomerCard'

/** Every customer of the payment provider, for its operators. */
export function CustomersScreen() {
  const { text } = useL10n()
  const [typed, setTyped] = useState('')
  const [adding, setAdding] = useState(false)
  const search = useDebounced(typed.trim(), PAUSE)
  const pages = usePages(providerKeys.customers(search), (cursor) =>
    backend.searchCustomers({ search: search === '' ? null : search, cursor, limit: null }),
  )
  useAction('addCustomer', () => setAdding(true))
  const add = (
    <Button
      variant="primary"
      icon="add"
      keys={keysOf('addCustomer')}
      onPress={() => setAdding(true)}
    >
      {text('provider-add-customer')}
    </Button>
  )

  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        <h1>{text('screen-provider-customers')}</h1>
        <SearchBox
          label={text('provider-search-customers')}
          placeholder={text('provider-search-customers-placeholder')}
          value={typed}
          onChange={setTyped}
        />
        {add}
      </header>
      <p className={styles.lead}>{text('provider-customers-lead')}</p>
      <Listed
        pages={pages}
        label={text('screen-provider-customers')}
        failed={text('provider-customers-failed')}
        empty={
          search === '' ? (
            <EmptyState icon="customer" title={text('provider-no-customers')}>
              {text('provider-no-customers-why')}
            </EmptyState>
          ) : (
            <EmptyState
              icon="search"
              title={text('provider-no-customer-found', { search })}
              action={<Button onPress={() => setTyped('')}>{text('users-search-clear')}</Button>}
            />
          )
        }
      >
        {(customer) => <CustomerCard key={customer.id} customer={customer} />}
      </Listed>
      {adding && <CreateCustomerDialog onClose={() => setAdding(false)} />}
    </div>
  )
}
