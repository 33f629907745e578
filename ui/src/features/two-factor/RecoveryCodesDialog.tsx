import { useState } from 'react'
import { usePrinting } from '../../app/printer'
import { SavedFile, useSavedFile } from '../../app/SavedFile'
import { useSession } from '../../app/session'
import { Button, Checkbox, Dialog, PrintSheet, toast } from '../../components'
import { backend, IpcFailure } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './TwoFactor.module.css'

/** The recovery codes, shown now and never again: whoever closes says that they have kept them. */
export function RecoveryCodesDialog({
  codes,
  onClose,
}: {
  codes: readonly string[]
  onClose: () => void
}) {
  const { text, problem, dateTime } = useL10n()
  const { me } = useSession()
  const { printing, print } = usePrinting()
  const file = useSavedFile()
  const [kept, setKept] = useState(false)
  const [copied, setCopied] = useState(false)
  const [drawnAt] = useState(() => new Date().toISOString())
  const sheet = [
    text('recovery-codes-sheet-title'),
    text('recovery-codes-sheet-of', { name: me.sign_in_name, at: dateTime(drawnAt) }),
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
    <Dialog
      open
      mustAnswer
      onClose={onClose}
      title={text('recovery-codes-keep')}
      closeLabel={text('shell-close')}
      footer={
        <Button
          variant="primary"
          unavailableReason={kept ? undefined : text('recovery-codes-not-kept')}
          onPress={onClose}
        >
          {text('recovery-codes-done')}
        </Button>
      }
    >
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
        <Checkbox isSelected={kept} onChange={setKept}>
          {text('recovery-codes-kept')}
        </Checkbox>
      </div>
      {printing && (
        <PrintSheet>
          <h1>{sheet[0]}</h1>
          <p>{sheet[1]}</p>
          {list}
          <p>{sheet[2]}</p>
        </PrintSheet>
      )}
    </Dialog>
  )
}
