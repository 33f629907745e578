import { useState } from 'react'
import { useOnline } from '../../app/connection'
import { useInstallation } from '../../app/installation'
import { keyStorageWords } from '../../app/keyStorage'
import { useSession } from '../../app/session'
import { Button, StatusBadge, toast } from '../../components'
import { backend } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './About.module.css'
import { COMPONENTS, ComponentsDialog } from './ComponentsDialog'
import { Updates } from './Updates'

/** Trust by evidence: what is true of this app on this computer, as far as it can be shown. */
export function About() {
  const l10n = useL10n()
  const { text } = l10n
  const { appVersion, keyStorage, serverUrl } = useInstallation()
  const { me } = useSession()
  const online = useOnline()
  const [listing, setListing] = useState(false)
  const safe = keyStorage.kind === 'keychain'
  const keys = keyStorageWords(l10n, keyStorage)
  const copy = () =>
    backend
      .copyText(
        [
          `${text('about-version')}: ${appVersion}`,
          `${text('about-service')}: ${serverUrl}`,
          `${text('about-keys')}: ${keyStorage.kind} ${keyStorage.name} ${keyStorage.problem ?? ''}`.trim(),
        ].join('\n'),
      )
      .then(() => toast({ tone: 'positive', title: text('about-copied') }))

  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <div>
          <h1>{text('screen-about')}</h1>
          <p className={styles.lead}>{text('about-lead')}</p>
        </div>
        <Button icon="copy" onPress={() => void copy()}>
          {text('about-copy')}
        </Button>
      </header>
      <dl className={styles.facts}>
        <div className={styles.fact}>
          <dt>{text('about-keys')}</dt>
          <dd>
            <StatusBadge tone={safe ? 'positive' : 'warning'} icon={safe ? 'key' : 'warning'}>
              {keys.title}
            </StatusBadge>
            <p>{keys.body}</p>
          </dd>
        </div>
        <div className={styles.fact}>
          <dt>{text('about-service')}</dt>
          <dd>
            <StatusBadge
              tone={online ? 'positive' : 'warning'}
              icon={online ? 'online' : 'offline'}
            >
              {text(online ? 'connection-online' : 'connection-offline')}
            </StatusBadge>
            <p className={styles.code}>{serverUrl}</p>
          </dd>
        </div>
        <div className={styles.fact}>
          <dt>{text('about-session')}</dt>
          <dd>
            <p>{me.sign_in_name}</p>
            <p>{text('about-session-bound')}</p>
          </dd>
        </div>
        <div className={styles.fact}>
          <dt>{text('about-version')}</dt>
          <dd>
            <p className={styles.code}>{appVersion}</p>
          </dd>
        </div>
        <div className={styles.fact}>
          <dt>{text('updates-title')}</dt>
          <dd>
            <Updates />
          </dd>
        </div>
        <div className={styles.fact}>
          <dt>{text('components-title')}</dt>
          <dd>
            <p>{text('components-lead', { count: COMPONENTS.length })}</p>
            <Button size="small" onPress={() => setListing(true)}>
              {text('components-show')}
            </Button>
          </dd>
        </div>
      </dl>
      {listing && <ComponentsDialog onClose={() => setListing(false)} />}
    </div>
  )
}
