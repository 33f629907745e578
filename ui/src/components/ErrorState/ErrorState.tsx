import type { ReactNode } from 'react'
import styles from '../EmptyState/EmptyState.module.css'
import { Icon } from '../Icon/Icon'

export interface ErrorStateProps {
  /** What happened. */
  title: string
  /** Why, and what to do. */
  children: ReactNode
  /** Try again, or another way out. */
  action?: ReactNode
}

/** Something could not be shown: what happened, why, what to do. */
export function ErrorState({ title, children, action }: ErrorStateProps) {
  return (
    <div className={styles.empty} role="alert">
      <span className={`${styles.picture} ${styles.bad}`}>
        <Icon name="warning" size={24} />
      </span>
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.words}>{children}</div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
