import { useState } from 'react'
import { Button, QrCode } from '../../components'
import { backend, type ShownSetup } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './SetUpKey.module.css'

/** What an authenticator app is told: a picture to scan, or the same to type. */
export function SetUpKey({ setup }: { setup: ShownSetup }) {
  const { text, time } = useL10n()
  const [copied, setCopied] = useState(false)
  const copy = () =>
    backend
      .copyText(setup.key.replaceAll(' ', ''))
      .then(() => setCopied(true))
      .catch(() => setCopied(false))
  return (
    <div className={styles.scan}>
      {setup.qr && (
        <div className={styles.picture}>
          <QrCode {...setup.qr} label={text('two-factor-qr')} />
        </div>
      )}
      <div className={styles.words}>
        <p className={styles.soft}>{text('two-factor-step-key')}</p>
        <code className={styles.key}>{setup.key}</code>
        <div>
          <Button
            size="small"
            variant="quiet"
            icon={copied ? 'check' : 'copy'}
            onPress={() => void copy()}
          >
            {text(copied ? 'two-factor-key-copied' : 'two-factor-key-copy')}
          </Button>
        </div>
        <p className={styles.soft}>{text('two-factor-until', { until: time(setup.expires_at) })}</p>
      </div>
    </div>
  )
}
