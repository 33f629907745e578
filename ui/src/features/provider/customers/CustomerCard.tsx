import { Link } from '@tanstack/react-router'
import type { ProviderCustomer } from '../../../ipc/client'
import styles from '../Provider.module.css'
import { CustomerBadges } from './CustomerBadges'

/** One customer in the list: number, name, and what matters of it. */
export function CustomerCard({ customer }: { customer: ProviderCustomer }) {
  const { id, number, name, alias } = customer
  return (
    <li className={styles.card}>
      <h2 className={styles.name}>
        <Link to="/provider/customers/$customerId" params={{ customerId: id }}>
          <span className={styles.number}>{number}</span> <bdi>{name}</bdi>
        </Link>
      </h2>
      {alias !== null && (
        <p className={styles.soft}>
          <bdi>{alias}</bdi>
        </p>
      )}
      <CustomerBadges customer={customer} />
    </li>
  )
}
