import { useState } from 'react'
import { Banner, Button, Dialog, toast } from '../../../components'
import { backend, type ImportPreview } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import styles from '../Codes.module.css'
import { ImportPassword } from './ImportPassword'
import { ImportPreviewDialog } from './ImportPreviewDialog'
import { type ImportFrom, useImport } from './useImport'

/** Takes accounts over: where from, its password if it has one, a look at what it holds. */
export function ImportDialog({
  begin,
  onAdded,
  onClose,
}: {
  /** Where from, if that is known already. */
  begin: ImportFrom | null
  onAdded: () => Promise<unknown>
  onClose: () => void
}) {
  const { text, problem } = useL10n()
  const { step, setStep, from, busy, failure, take } = useImport(begin, text('import-choose-file'))
  const [empty, setEmpty] = useState<ImportPreview | null>(null)

  if (step.kind === 'password') {
    return <ImportPassword sealed={step} onOpened={setStep} onClose={onClose} />
  }
  if (step.kind === 'preview' && step !== empty) {
    if (step.found.length + step.refused.length + step.left_out.length === 0) {
      setEmpty(step)
    }
    return (
      <ImportPreviewDialog
        preview={step}
        fromLink={begin === 'link'}
        onTake={async (places, replace) => {
          const added = await backend.completeImport(places, replace)
          toast({
            tone: 'positive',
            title: text(replace ? 'import-replaced' : 'import-added', { count: added }),
          })
          await onAdded()
        }}
        onClose={onClose}
      />
    )
  }
  if (busy === 'link') {
    return null
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('import-title')}
      closeLabel={text('shell-close')}
      footer={
        <Button variant="quiet" onPress={onClose}>
          {text('form-cancel')}
        </Button>
      }
    >
      <div className={styles.parts}>
        {failure ? (
          <Banner tone="danger" live>
            {problem(failure)}
          </Banner>
        ) : (
          empty && (
            <Banner tone="warning" live>
              {text(from === 'screen' ? 'import-screen-empty' : 'import-empty')}
            </Banner>
          )
        )}
        <p>{text('import-lead')}</p>
        <div className={styles.buttons}>
          <Button
            variant="primary"
            icon="folder"
            autoFocus
            busy={busy === 'file' || busy === 'dropped'}
            onPress={() => void take('file')}
          >
            {text('import-choose-file')}
          </Button>
          <Button icon="system" busy={busy === 'screen'} onPress={() => void take('screen')}>
            {text('import-from-screen')}
          </Button>
          <Button icon="paste" busy={busy === 'clipboard'} onPress={() => void take('clipboard')}>
            {text('import-from-clipboard')}
          </Button>
        </div>
        <p className={styles.soft}>{text('import-screen-help')}</p>
        <p className={styles.soft}>{text('import-drop')}</p>
        <p className={styles.soft}>{text('import-programs')}</p>
      </div>
    </Dialog>
  )
}
