import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { providerKeys } from '../../../app/providerKeys'
import { EmptyState, Tabs } from '../../../components'
import { backend, type RecoveryStanding } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { Listed } from '../Listed'
import styles from '../Provider.module.css'
import { usePages } from '../usePages'
import { RecoveryCard } from './RecoveryCard'

const SHOWN = ['open', 'over', 'all'] as const
type Shown = (typeof SHOWN)[number]

/** The recoveries of administrators at all customers, open or over, the newest first (reading C22). */
export function RecoveriesScreen() {
  const { text } = useL10n()
  const [shown, setShown] = useState<Shown>('open')
  return (
    <div className={styles.screen}>
      <header>
        <h1>{text('screen-provider-recoveries')}</h1>
        <p className={styles.lead}>{text('recoveries-lead')}</p>
      </header>
      <Tabs
        label={text('screen-provider-recoveries')}
        selected={shown}
        onSelect={(id) => setShown(id as Shown)}
        tabs={SHOWN.map((id) => ({
          id,
          title: text(`recoveries-${id}`),
          content: <Some standing={id === 'all' ? null : id} />,
        }))}
      />
    </div>
  )
}

function Some({ standing }: { standing: RecoveryStanding | null }) {
  const { text } = useL10n()
  const pages = usePages(providerKeys.allRecoveries(standing), (cursor) =>
    backend.listAllRecoveries({ standing, cursor, limit: null }),
  )
  const isOpen = standing === 'open'
  return (
    <Listed
      pages={pages}
      label={text('screen-provider-recoveries')}
      failed={text('recovery-failed')}
      empty={
        <EmptyState icon="restore" title={text(isOpen ? 'recoveries-none-open' : 'recovery-none')}>
          {text('recoveries-none-open-hint')}
        </EmptyState>
      }
    >
      {({ customer_id, customer_number, customer_name, recovery }) => (
        <RecoveryCard key={recovery.id} customerId={customer_id} recovery={recovery}>
          <p className={styles.name}>
            <Link
              to="/provider/customers/$customerId"
              params={{ customerId: customer_id }}
              search={{ tab: 'recoveries' }}
            >
              <span className={styles.number}>{customer_number}</span> <bdi>{customer_name}</bdi>
            </Link>
          </p>
        </RecoveryCard>
      )}
    </Listed>
  )
}
