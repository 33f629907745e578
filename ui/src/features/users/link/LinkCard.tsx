import { useState } from 'react'
import { Button } from '../../../components'
import { backend } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import styles from './LinkCard.module.css'

/** A one-time activation link: shown now, and never again. */
export function LinkCard({
  name,
  link,
  code = null,
}: {
  name: string
  link: string
  /** What the page behind the link asks for; told by another way (L15). */
  code?: string | null
}) {
  const { text } = useL10n()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await backend.copyText(link)
    setCopied(true)
  }
  return (
    <div className={styles.card}>
      <p className={styles.what}>{text('link-what', { name })}</p>
      <code className={styles.link}>{link}</code>
      <div className={styles.row}>
        <Button icon={copied ? 'check' : 'copy'} variant="primary" onPress={() => void copy()}>
          {text(copied ? 'link-copied' : 'link-copy')}
        </Button>
        <span role="status" className="unseen">
          {copied ? text('link-copied') : ''}
        </span>
      </div>
      {code !== null && (
        <p>
          {text('reset-link-code')}: <strong className={styles.told}>{code}</strong>
          <br />
          {text('reset-link-code-advice')}
        </p>
      )}
      <ul className={styles.advice}>
        <li>{text('link-advice-once')}</li>
        <li>{text('link-advice-personally')}</li>
        <li>{text('link-advice-end')}</li>
      </ul>
    </div>
  )
}
