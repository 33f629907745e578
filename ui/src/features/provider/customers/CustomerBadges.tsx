import { StatusBadge } from '../../../components'
import type { ProviderCustomer } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import styles from '../Provider.module.css'

/** The facts that decisions read, and whether the customer waits for an answer. */
export function CustomerBadges({ customer }: { customer: ProviderCustomer }) {
  const { text } = useL10n()
  const { acquirer_agreement, mode, waiting_requests } = customer
  return (
    <p className={styles.badges}>
      <StatusBadge
        tone={mode === 'live' ? 'positive' : 'warning'}
        icon={mode === 'live' ? 'live' : 'test'}
      >
        {text(`mode-${mode}`)}
      </StatusBadge>
      <StatusBadge
        tone={acquirer_agreement ? 'positive' : 'neutral'}
        icon={acquirer_agreement ? 'check' : 'minus'}
      >
        {text(acquirer_agreement ? 'provider-agreement' : 'provider-no-agreement')}
      </StatusBadge>
      {waiting_requests > 0 && (
        <StatusBadge tone="info" icon="expired">
          {text('waiting-count', { count: waiting_requests })}
        </StatusBadge>
      )}
    </p>
  )
}
