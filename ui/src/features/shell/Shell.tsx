import { useRouter } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { ActionsProvider, useAction } from '../../app/actions'
import { useOnline } from '../../app/connection'
import { useInstallation } from '../../app/installation'
import { useSession } from '../../app/session'
import { useL10n } from '../../l10n'
import { CommandPalette } from './CommandPalette'
import { focusTable } from './focusTable'
import { Header } from './Header'
import { HelpDialog } from './HelpDialog'
import { Offers } from './Offers'
import { Rail } from './Rail'
import styles from './Shell.module.css'
import { UpdateNotice } from './UpdateNotice'

/** What surrounds every screen. */
export function Shell({ children }: { children: ReactNode }) {
  const router = useRouter()
  return (
    <ActionsProvider navigate={(address) => router.history.push(address)}>
      <Surroundings>{children}</Surroundings>
    </ActionsProvider>
  )
}

function Surroundings({ children }: { children: ReactNode }) {
  const { text, problem } = useL10n()
  const { membership } = useSession()
  const { keyStorage } = useInstallation()
  const online = useOnline()
  const [open, setOpen] = useState<'palette' | 'help' | null>(null)
  useAction('palette', () => setOpen((now) => (now === 'palette' ? null : 'palette')))
  useAction('help', () => setOpen('help'))
  useAction('nextRow', focusTable)

  return (
    <div className={styles.shell} data-mode={membership?.customer.mode}>
      <button
        type="button"
        className={styles.skip}
        onClick={() => document.getElementById('content')?.focus()}
      >
        {text('shell-skip')}
      </button>
      <Rail />
      <div className={styles.stage}>
        <Header onPalette={() => setOpen('palette')} onHelp={() => setOpen('help')} />
        <div role="status" className="unseen">
          {online ? '' : problem({ code: 'offline' })}
        </div>
        {keyStorage.kind === 'memory' && (
          <aside className={styles.memory} aria-label={text('about-keys')}>
            {text('key-storage-memory-effect')}
          </aside>
        )}
        <main id="content" tabIndex={-1} className={styles.content}>
          <UpdateNotice />
          <Offers />
          {children}
        </main>
      </div>
      <CommandPalette open={open === 'palette'} onClose={() => setOpen(null)} />
      <HelpDialog open={open === 'help'} onClose={() => setOpen(null)} />
    </div>
  )
}
