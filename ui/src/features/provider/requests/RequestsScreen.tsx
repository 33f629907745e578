import { providerKeys } from '../../../app/providerKeys'
import { EmptyState } from '../../../components'
import { backend } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { Listed } from '../Listed'
import styles from '../Provider.module.css'
import { usePages } from '../usePages'
import { WaitingCard } from './WaitingCard'

/** The requests for locations that wait at all customers, the oldest first (lift L7). */
export function RequestsScreen() {
  const { text } = useL10n()
  const pages = usePages(providerKeys.waiting(), (cursor) =>
    backend.listWaitingRequests({ cursor, limit: null }),
  )
  return (
    <div className={styles.screen}>
      <header>
        <h1>{text('screen-provider-requests')}</h1>
        <p className={styles.lead}>{text('waiting-lead')}</p>
      </header>
      <Listed
        pages={pages}
        label={text('screen-provider-requests')}
        failed={text('waiting-failed')}
        empty={
          <EmptyState icon="location" title={text('waiting-none')}>
            {text('waiting-none-hint')}
          </EmptyState>
        }
      >
        {(waiting) => <WaitingCard key={waiting.request.id} waiting={waiting} />}
      </Listed>
    </div>
  )
}
