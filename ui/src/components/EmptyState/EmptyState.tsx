import type { ReactNode } from 'react'
import { Icon } from '../Icon/Icon'
import type { IconName } from '../Icon/icons'
import styles from './EmptyState.module.css'

export interface EmptyStateProps {
  icon: IconName
  /** What is not there: "No users match “smith”". */
  title: string
  /** What belongs here, or what to try. */
  children?: ReactNode
  /** The next step. */
  action?: ReactNode
}

/** Nothing to show: says why, teaches, and offers the next step. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <span className={styles.picture}>
        <Icon name={icon} size={24} />
      </span>
      <h2 className={styles.title}>{title}</h2>
      {children && <div className={styles.words}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
