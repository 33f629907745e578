import type { ReactNode } from 'react'
import { Tooltip as AriaTooltip } from 'react-aria-components'
import styles from './Tooltip.module.css'

/** A few words on what has the pointer or the focus. Nothing that is not also said elsewhere. */
export function Tooltip({ children, keys }: { children: ReactNode; keys?: string }) {
  return (
    <AriaTooltip className={styles.tooltip} offset={6}>
      {children}
      {keys && <kbd className={styles.keys}>{keys}</kbd>}
    </AriaTooltip>
  )
}
