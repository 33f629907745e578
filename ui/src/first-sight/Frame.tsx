import type { ReactNode } from 'react'
import { Logo } from '../app/Logo'
import type { Screen } from '../app/screens'
import { Icon } from '../components/Icon/Icon'
import rail from '../features/shell/Rail.module.css'
import shell from '../features/shell/Shell.module.css'
import type { Me, OwnMembership } from '../ipc/client'
import { useL10n } from '../l10n/L10nContext'
import styles from './Frame.module.css'
import { HeaderSight } from './HeaderSight'

/** What surrounds every screen, as it will look; nothing of it can be pressed yet. */
export function Frame({
  screens,
  address,
  me,
  membership,
  online,
  children,
}: {
  screens: readonly Screen[]
  address: string
  me: Me
  membership: OwnMembership | null
  online: boolean
  children: ReactNode
}) {
  const { text } = useL10n()
  return (
    <div
      className={`${shell.shell} ${styles.frame}`}
      data-mode={membership?.customer.mode}
      aria-busy="true"
      inert
      data-first-sight
    >
      <nav className={rail.rail}>
        <div className={rail.brand}>
          <Logo size={28} />
          <span className={rail.word}>{text('app-name')}</span>
        </div>
        <ul className={rail.list}>
          {screens.map((screen) => (
            <li key={screen.address}>
              <span
                className={rail.link}
                aria-current={address.startsWith(screen.address) ? 'page' : undefined}
              >
                <Icon name={screen.icon} size={20} />
                <span className={rail.word}>{text(screen.name)}</span>
              </span>
            </li>
          ))}
        </ul>
      </nav>
      <div className={shell.stage}>
        <HeaderSight me={me} membership={membership} online={online} />
        <main className={shell.content}>{children}</main>
      </div>
    </div>
  )
}
