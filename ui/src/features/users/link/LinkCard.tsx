import { useState } from 'react'
import { usePrinting } from '../../../app/printer'
import { Button, PrintSheet, QrCode } from '../../../components'
import { backend, type HandOver } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import styles from './LinkCard.module.css'

/** For whom a link is. */
export interface LinkOwner {
  name: string
  signInName: string
}

/**
 * A one-time link: shown now, and never again. The link and its picture go one way, the code another
 * (L15), so that whoever finds the sheet of paper has half of what it takes.
 */
export function LinkCard({ owner, handOver }: { owner: LinkOwner; handOver: HandOver }) {
  const { text, dateTime } = useL10n()
  const { link, qr, code, expires_at } = handOver
  const [copied, setCopied] = useState(false)
  const { printing, print } = usePrinting()
  const copy = async () => {
    await backend.copyText(link)
    setCopied(true)
  }
  const picture = qr && <QrCode {...qr} label={text('link-qr', { name: owner.name })} />
  const until = text('link-advice-once', { until: dateTime(expires_at) })
  return (
    <div className={styles.card}>
      <p className={styles.what}>{text('link-what', { name: owner.name })}</p>
      <div className={styles.both}>
        {picture && <div className={styles.picture}>{picture}</div>}
        <div className={styles.card}>
          <code className={styles.link}>{link}</code>
          <div className={styles.row}>
            <Button icon={copied ? 'check' : 'copy'} variant="primary" onPress={() => void copy()}>
              {text(copied ? 'link-copied' : 'link-copy')}
            </Button>
            <Button icon="print" onPress={print}>
              {text('link-print')}
            </Button>
            <span role="status" className="unseen">
              {copied ? text('link-copied') : ''}
            </span>
          </div>
        </div>
      </div>
      <div className={styles.code}>
        <span className={styles.codeName}>{text('link-code')}</span>
        <strong className={styles.told}>{code}</strong>
        <span className={styles.soft}>{text('link-code-advice')}</span>
      </div>
      <ul className={styles.advice}>
        <li>{until}</li>
        <li>{text('link-advice-personally')}</li>
        <li>{text('link-advice-end')}</li>
      </ul>
      {printing && (
        <PrintSheet>
          <h1>{text('link-paper-title')}</h1>
          <p>{text('link-paper-what', { name: owner.name })}</p>
          <p>
            {text('offer-sign-in-name')} <strong>{owner.signInName}</strong>
          </p>
          <div className={styles.paperPicture}>{picture}</div>
          <code className={styles.paperLink}>{link}</code>
          <p>{text('link-paper-code')}</p>
          <p>{until}</p>
        </PrintSheet>
      )}
    </div>
  )
}
