import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import styles from './PrintSheet.module.css'

/** What goes on paper in place of the screen; unseen until then. */
export function PrintSheet({ children }: { children: ReactNode }) {
  return createPortal(
    <div className={styles.sheet} data-print-sheet aria-hidden="true">
      {children}
    </div>,
    document.body,
  )
}
