import { Icon } from '../../components/Icon/Icon'
import type { OwnMembership } from '../../ipc/client'
import { useL10n } from '../../l10n/L10nContext'
import styles from './CustomerPlate.module.css'

/** A customer as the header names it: number, alias, and whether money really moves. */
export function CustomerFace({ customer }: Pick<OwnMembership, 'customer'>) {
  const { text } = useL10n()
  return (
    <>
      <span className={styles.mode} data-mode={customer.mode}>
        <Icon name={customer.mode === 'live' ? 'live' : 'test'} size={12} />
        {text(`mode-${customer.mode}`)}
      </span>
      <span className={styles.number}>{customer.number}</span>
      <span className={styles.alias}>{customer.alias ?? customer.name}</span>
      <Icon name="pick" size={14} />
    </>
  )
}

/** Where somebody of the payment provider works. */
export function ProviderFace() {
  const { text } = useL10n()
  return (
    <span className={styles.provider}>
      <Icon name="customer" size={14} />
      {text('provider-plate')}
    </span>
  )
}
