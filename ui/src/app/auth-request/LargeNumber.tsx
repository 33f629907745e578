import type { ReactNode } from 'react'
import styles from './LargeNumber.module.css'

/** A number that is read here and typed elsewhere. */
export function LargeNumber({ label, children }: { label: string; children: ReactNode }) {
  return (
    <output className={styles.number} aria-label={label}>
      {children}
    </output>
  )
}
