import type { ReactNode } from 'react'
import { Logo } from '../../app/Logo'
import { useL10n } from '../../l10n'
import styles from './Frame.module.css'

/** One calm column for everything that happens before one is in. */
export function Frame({ children, footer }: { children: ReactNode; footer?: ReactNode }) {
  const { text } = useL10n()
  return (
    <div className={styles.frame}>
      <aside className={styles.side}>
        <div className={styles.brand}>
          <Logo size={32} />
          <span>{text('app-name')}</span>
        </div>
        <p className={styles.promise}>{text('sign-in-promise')}</p>
      </aside>
      <main className={styles.main}>
        <div className={styles.column}>{children}</div>
        {footer && <div className={styles.footer}>{footer}</div>}
      </main>
    </div>
  )
}
