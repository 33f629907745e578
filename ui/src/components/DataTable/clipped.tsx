import type { ReactNode } from 'react'
import styles from './DataTable.module.css'

/** A bare text ends in an ellipsis where its column does; anything else sees to that itself. */
export function clipped(content: ReactNode): ReactNode {
  return typeof content === 'string' ? <span className={styles.text}>{content}</span> : content
}
