import { useState } from 'react'
import { Button, Checkbox, PrintSheet, toast } from '../../components'
import { backend, IpcFailure } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { usePrinting } from '../printer'
import { SavedFile, useSavedFile } from '../SavedFile'
import styles from './RecoveryCodes.module.css'

/**
 * The recovery codes of somebody, shown now and never again: copied, printed or saved. Whoever goes on
 * says that they have kept them.
 */
export function RecoveryCodes({
  codes,
  name,
  kept,
  onKept,
}: {
  codes: readonly string[]
  /** Under which name the person signs in. */
  name: string
  kept: boolean
  onKept: (kept: boolean) => void
}) {
  const { text, problem, dateTime } = useL10n()
  const { printing, print } = usePrinting()
  const file = useSavedFile()
  const [copied, setCopied] = useState(false)
  const [madeAt] = useState(() => new Date().toISOString())
  const sheet = [
    text('recovery-codes-sheet-title'),
    text('recovery-codes-sheet-of', { name, at: dateTime(madeAt) }),
    text('recovery-codes-once'),
  ]
  const copy = async () => {
    try {
      await backend.copyText(codes.join('\n'))
      setCopied(true)
    } catch (thrown) {
      toast({ tone: 'danger', title: problem(IpcFailure.from(thrown)) })
    }
  }
  const list = (
    <ol className={styles.codes} aria-label={text('recovery-codes-title')}>
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ol>
  )
  return (
    <div className={styles.parts}>
      <p>{text('recovery-codes-what')}</p>
      {list}
      <div className={styles.actions}>
        <Button icon={copied ? 'check' : 'copy'} autoFocus onPress={() => void copy()}>
          {text(copied ? 'recovery-codes-copied' : 'recovery-codes-copy')}
        </Button>
        <Button icon="print" onPress={print}>
          {text('recovery-codes-print')}
        </Button>
        <Button
          icon="download"
          busy={file.busy}
          onPress={() =>
            void file.save(() =>
              backend.saveRecoveryCodes(`${[...sheet, '', ...codes].join('\n')}\n`),
            )
          }
        >
          {text('recovery-codes-save')}
        </Button>
        <span role="status" className="unseen">
          {copied ? text('recovery-codes-copied') : ''}
        </span>
      </div>
      {file.saved !== null && <SavedFile name={file.saved} />}
      <p className={styles.soft}>{text('recovery-codes-where')}</p>
      <Checkbox isSelected={kept} onChange={onKept}>
        {text('recovery-codes-kept')}
      </Checkbox>
      {printing && (
        <PrintSheet>
          <h1>{sheet[0]}</h1>
          <p>{sheet[1]}</p>
          {list}
          <p>{sheet[2]}</p>
        </PrintSheet>
      )}
    </div>
  )
}
