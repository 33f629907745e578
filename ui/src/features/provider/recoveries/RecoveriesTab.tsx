import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { providerKeys } from '../../../app/providerKeys'
import { Button, EmptyState, ErrorState, Skeleton } from '../../../components'
import { backend, IpcFailure } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import styles from '../Provider.module.css'
import { RecoveryCard } from './RecoveryCard'
import { StartRecoveryDialog } from './StartRecoveryDialog'

/** How often the service is asked whether somebody objected or the waiting is over. */
const ASK_AGAIN = 60_000

/** Bringing administrators back who lost everything, slowly and in sight (reading C22). */
export function RecoveriesTab({ customerId }: { customerId: string }) {
  const { text, problem } = useL10n()
  const [starting, setStarting] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: providerKeys.recoveries(customerId),
    queryFn: async () => (await backend.listRecoveries(customerId)).items,
    refetchInterval: ASK_AGAIN,
  })
  return (
    <div className={styles.part}>
      <p className={styles.text}>{text('recovery-lead')}</p>
      <div>
        <Button icon="restore" onPress={() => setStarting(true)}>
          {text('recovery-start')}
        </Button>
      </div>
      {data ? (
        data.length === 0 ? (
          <EmptyState icon="restore" title={text('recovery-none')}>
            {text('recovery-none-hint')}
          </EmptyState>
        ) : (
          <ul className={styles.list} aria-label={text('provider-tab-recoveries')}>
            {data.map((recovery) => (
              <RecoveryCard key={recovery.id} customerId={customerId} recovery={recovery} />
            ))}
          </ul>
        )
      ) : error ? (
        <ErrorState
          title={text('recovery-failed')}
          action={<Button onPress={() => void refetch()}>{text('users-retry')}</Button>}
        >
          {problem(IpcFailure.from(error))}
        </ErrorState>
      ) : (
        <div className={styles.waiting} aria-busy>
          <Skeleton height="8rem" />
        </div>
      )}
      {starting && (
        <StartRecoveryDialog customerId={customerId} onClose={() => setStarting(false)} />
      )}
    </div>
  )
}
