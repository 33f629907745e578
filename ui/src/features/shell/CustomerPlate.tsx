import { useNavigate } from '@tanstack/react-router'
import { useSession } from '../../app/session'
import { FaceButton, Icon } from '../../components'
import { useL10n } from '../../l10n'
import styles from './CustomerPlate.module.css'

/**
 * The customer one works at: number, alias, and whether money really moves. Behind it lies the page
 * with every customer of the person. Operators of the payment provider work at none.
 */
export function CustomerPlate() {
  const { text } = useL10n()
  const { me, membership } = useSession()
  const navigate = useNavigate()
  if (!membership) {
    return me.operator ? (
      <span className={styles.provider}>
        <Icon name="customer" size={14} />
        {text('provider-plate')}
      </span>
    ) : null
  }
  const { customer } = membership
  return (
    <FaceButton
      outlined
      prefix={text('customer-switch')}
      onPress={() => void navigate({ to: '/customers' })}
    >
      <span className={styles.mode} data-mode={customer.mode}>
        <Icon name={customer.mode === 'live' ? 'live' : 'test'} size={12} />
        {text(`mode-${customer.mode}`)}
      </span>
      <span className={styles.number}>{customer.number}</span>
      <span className={styles.alias}>{customer.alias ?? customer.name}</span>
      <Icon name="pick" size={14} />
    </FaceButton>
  )
}
