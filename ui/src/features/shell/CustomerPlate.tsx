import { useNavigate } from '@tanstack/react-router'
import { useSession } from '../../app/session'
import { FaceButton, Icon, MenuButton, MenuChoices, MenuItem } from '../../components'
import type { Customer } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './CustomerPlate.module.css'

/** The customer one works at: number, alias, and whether money really moves. */
export function CustomerPlate() {
  const { text } = useL10n()
  const { me, membership, chooseCustomer } = useSession()
  const navigate = useNavigate()
  if (!membership) {
    return null
  }
  const { customer } = membership
  if (me.memberships.length === 1) {
    return (
      <div className={styles.plate}>
        <Face customer={customer} />
      </div>
    )
  }
  return (
    <MenuButton
      label={text('customer-switch')}
      placement="bottom end"
      trigger={
        <FaceButton outlined prefix={text('customer-switch')}>
          <Face customer={customer} />
          <Icon name="pick" size={14} />
        </FaceButton>
      }
    >
      <MenuChoices
        title={text('customer-switch')}
        selected={customer.id}
        onSelect={(id) => {
          chooseCustomer(id)
          void navigate({ to: '/' })
        }}
      >
        {me.memberships.map(({ customer: each }) => (
          <MenuItem key={each.id} id={each.id}>
            {[each.number, each.alias ?? each.name, text(`mode-${each.mode}`)].join(' · ')}
          </MenuItem>
        ))}
      </MenuChoices>
    </MenuButton>
  )
}

function Face({ customer }: { customer: Customer }) {
  const { text } = useL10n()
  return (
    <>
      <span className={styles.mode} data-mode={customer.mode}>
        <Icon name={customer.mode === 'live' ? 'live' : 'test'} size={12} />
        {text(`mode-${customer.mode}`)}
      </span>
      <span className={styles.number}>{customer.number}</span>
      <span className={styles.alias}>{customer.alias ?? customer.name}</span>
    </>
  )
}
