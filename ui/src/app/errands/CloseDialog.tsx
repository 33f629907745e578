import { useState } from 'react'
import { Banner, Button, Dialog } from '../../components'
import { backend, IpcFailure } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './CloseDialog.module.css'

/** Explains, the first time that the window is closed, that the app can go on in the tray. */
export function CloseDialog({ onClose }: { onClose: () => void }) {
  const { text, problem } = useL10n()
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const answer = (stay: boolean | null) =>
    backend
      .answerClose(stay)
      .then(onClose, (thrown: unknown) =>
        stay === null ? onClose() : setFailure(IpcFailure.from(thrown)),
      )
  return (
    <Dialog
      open
      size="small"
      title={text('closing-title')}
      closeLabel={text('shell-close')}
      onClose={() => void answer(null)}
      footer={
        <>
          <Button onPress={() => void answer(false)}>{text('closing-end')}</Button>
          <Button variant="primary" autoFocus onPress={() => void answer(true)}>
            {text('closing-stay')}
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        {failure && (
          <Banner tone="danger" live>
            {problem(failure)}
          </Banner>
        )}
        <p>{text('closing-body')}</p>
        <p>{text('closing-later')}</p>
      </div>
    </Dialog>
  )
}
