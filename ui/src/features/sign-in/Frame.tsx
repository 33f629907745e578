import { type ReactNode, useContext } from 'react'
import { InstallationContext } from '../../app/installation'
import { Logo } from '../../app/Logo'
import { Icon } from '../../components'
import { useL10n } from '../../l10n'
import styles from './Frame.module.css'

/** One calm column for everything that happens before one is in. */
export function Frame({ children, footer }: { children: ReactNode; footer?: ReactNode }) {
  const { text } = useL10n()
  const storage = useContext(InstallationContext)?.keyStorage
  return (
    <div className={styles.frame}>
      <aside className={styles.side}>
        <div className={styles.brand}>
          <Logo size={32} />
          <span>{text('app-name')}</span>
        </div>
        {storage?.kind === 'keychain' && (
          <p className={styles.fact}>
            <Icon name="key" size={20} />
            {text('sign-in-kept', { name: storage.name })}
          </p>
        )}
      </aside>
      <main className={styles.main}>
        <div className={styles.column}>{children}</div>
        {footer && <div className={styles.footer}>{footer}</div>}
      </main>
    </div>
  )
}
