import { Link } from '@tanstack/react-router'
import { useToAnswer } from '../../app/approvals'
import { Logo } from '../../app/Logo'
import { Icon } from '../../components'
import { useL10n } from '../../l10n'
import styles from './Rail.module.css'
import { useOpenScreens } from './useOpenScreens'

/** The screens that one may open. Others are absent; their addresses say what is missing. */
export function Rail() {
  const { text, number } = useL10n()
  const waiting = useToAnswer().length
  const screens = useOpenScreens()
  return (
    <nav className={styles.rail} aria-label={text('shell-navigation')}>
      <div className={styles.brand}>
        <Logo size={28} />
        <span className={styles.word}>{text('app-name')}</span>
      </div>
      <ul className={styles.list}>
        {screens.map((screen) => (
          <li key={screen.address}>
            <Link
              to={screen.address}
              className={styles.link ?? ''}
              title={text(screen.name)}
              activeProps={{ 'aria-current': 'page' }}
            >
              <Icon name={screen.icon} size={20} />
              <span className={styles.word}>{text(screen.name)}</span>
              {screen.address === '/approvals' && waiting > 0 && (
                <span className={styles.count}>
                  <span aria-hidden="true">{number(waiting)}</span>
                  <span className="unseen"> {text('approvals-count', { count: waiting })}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
