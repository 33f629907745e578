import { type ReactNode, useEffect, useRef } from 'react'
import { IconButton } from '../IconButton/IconButton'
import styles from './SidePanel.module.css'

export interface SidePanelProps {
  /** The name of what is shown, also the name of the region. */
  title: string
  subtitle?: ReactNode
  closeLabel: string
  onClose: () => void
  /** Buttons below the title. */
  actions?: ReactNode
  children: ReactNode
}

/**
 * Details beside a list, which stays usable. Takes the focus when it opens; Escape closes it and the
 * opener, which the caller focuses in `onClose`, gets it back. Covers the list where there is no room.
 */
export function SidePanel({
  title,
  subtitle,
  closeLabel,
  onClose,
  actions,
  children,
}: SidePanelProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another title is another thing shown, and the focus follows.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [title])
  return (
    <section
      className={styles.panel}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.stopPropagation()
          onClose()
        }
      }}
    >
      <header className={styles.header}>
        <div className={styles.titles}>
          <h2 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h2>
          {subtitle && <div className={styles.subtitle}>{subtitle}</div>}
        </div>
        <IconButton icon="close" label={closeLabel} keys="Esc" onPress={onClose} />
      </header>
      {actions && <div className={styles.actions}>{actions}</div>}
      <div className={styles.body}>{children}</div>
    </section>
  )
}
