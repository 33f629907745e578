import { Link } from '@tanstack/react-router'
import { useToAnswer } from '../../app/approvals'
import { Logo } from '../../app/Logo'
import { useWaitingRequests } from '../../app/waitingRequests'
import { Icon } from '../../components'
import { useL10n } from '../../l10n'
import styles from './Rail.module.css'
import { useOpenScreens } from './useOpenScreens'

/** The screens that one may open. Others are absent; their addresses say what is missing. */
export function Rail() {
  const { text } = useL10n()
  const changes = useToAnswer().length
  const requests = useWaitingRequests()
  const waiting: Partial<Record<string, { count: number; words: string }>> = {
    '/approvals': { count: changes, words: text('approvals-count', { count: changes }) },
    '/provider/requests': { count: requests, words: text('waiting-count', { count: requests }) },
  }
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
              <Waiting {...waiting[screen.address]} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** How many wait behind a screen. */
function Waiting({ count = 0, words = '' }: { count?: number; words?: string }) {
  const { number } = useL10n()
  return (
    count > 0 && (
      <span className={styles.count}>
        <span aria-hidden="true">{number(count)}</span>
        <span className="unseen"> {words}</span>
      </span>
    )
  )
}
