import { useState } from 'react'
import { Button, Checkbox } from '../../components'
import { backend } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './Form.module.css'
import { Frame } from './Frame'

/** The recovery codes, shown now and never again: whoever goes on says that they have kept them. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { text } = useL10n()
  const [kept, setKept] = useState(false)
  const [copied, setCopied] = useState(false)
  return (
    <Frame>
      <div className={styles.intro}>
        <h1 className={styles.title}>{text('set-up-codes-title')}</h1>
        <p>{text('set-up-codes-intro')}</p>
      </div>
      <div className={styles.form}>
        <ol className={styles.codes} aria-label={text('set-up-codes')}>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <Button
          icon={copied ? 'check' : 'copy'}
          wide
          onPress={() =>
            void backend
              .copyText(codes.join('\n'))
              .then(() => setCopied(true))
              .catch(() => setCopied(false))
          }
        >
          {text(copied ? 'set-up-codes-copied' : 'set-up-codes-copy')}
        </Button>
        <Checkbox isSelected={kept} onChange={setKept}>
          {text('set-up-codes-kept')}
        </Checkbox>
        <Button
          variant="primary"
          wide
          unavailableReason={kept ? undefined : text('set-up-codes-not-kept')}
          onPress={onDone}
        >
          {text('set-up-codes-done')}
        </Button>
      </div>
    </Frame>
  )
}
