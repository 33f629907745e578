import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { providerKeys } from '../../../app/providerKeys'
import { Button, ErrorState, Icon, Skeleton, Tabs } from '../../../components'
import { backend, IpcFailure } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import styles from '../Provider.module.css'
import { PlacesTab } from '../places/PlacesTab'
import { RecoveriesTab } from '../recoveries/RecoveriesTab'
import { type CustomerTab, readSearch } from '../search'
import { CustomerBadges } from './CustomerBadges'
import { FactsTab } from './FactsTab'

/** One customer as operators see it: its facts, its locations, and the way back for administrators. */
export function CustomerScreen() {
  const { text, problem } = useL10n()
  const { customerId = '' } = useParams({ strict: false })
  const { tab = 'facts' } = readSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery({
    queryKey: providerKeys.customer(customerId),
    queryFn: () => backend.readProviderCustomer(customerId),
  })
  const open = (id: string) =>
    void navigate({
      to: '/provider/customers/$customerId',
      params: { customerId },
      search: { tab: id as CustomerTab },
      replace: true,
    })

  return (
    <div className={styles.screen}>
      <div>
        <Link to="/provider/customers" className={styles.back ?? ''}>
          <Icon name="back" size={14} /> {text('provider-all-customers')}
        </Link>
      </div>
      {data ? (
        <>
          <header className={styles.part}>
            <h1>
              <span className={styles.number}>{data.number}</span> <bdi>{data.name}</bdi>
            </h1>
            <CustomerBadges customer={data} />
          </header>
          <Tabs
            label={data.name}
            selected={tab}
            onSelect={open}
            tabs={[
              {
                id: 'facts',
                title: text('provider-tab-facts'),
                content: <FactsTab customer={data} />,
              },
              {
                id: 'locations',
                title: text('provider-tab-locations'),
                content: <PlacesTab customerId={data.id} />,
              },
              {
                id: 'recoveries',
                title: text('provider-tab-recoveries'),
                content: <RecoveriesTab customerId={data.id} />,
              },
            ]}
          />
        </>
      ) : error ? (
        <ErrorState
          title={text('provider-customer-failed')}
          action={<Button onPress={() => void refetch()}>{text('users-retry')}</Button>}
        >
          {problem(IpcFailure.from(error))}
        </ErrorState>
      ) : (
        <div className={styles.waiting} aria-busy>
          <Skeleton width="50%" height="2rem" />
          <Skeleton height="8rem" />
        </div>
      )}
    </div>
  )
}
