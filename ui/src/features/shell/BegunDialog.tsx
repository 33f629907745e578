import type { Begun } from '../../app/begun'
import { Button, Dialog } from '../../components'
import { useL10n } from '../../l10n'
import styles from './Updates.module.css'

/** Something is begun here: says what would be lost, and offers to wait until it is done. */
export function BegunDialog({
  found,
  onWait,
  onAnyway,
  onClose,
}: {
  found: readonly Begun[]
  onWait: () => void
  onAnyway: () => void
  onClose: () => void
}) {
  const { text } = useL10n()
  const andClose = (act: () => void) => () => {
    onClose()
    act()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('updates-begun-title')}
      closeLabel={text('shell-close')}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {text('form-cancel')}
          </Button>
          <Button variant="danger" onPress={andClose(onAnyway)}>
            {text('updates-begun-anyway')}
          </Button>
          <Button variant="primary" onPress={andClose(onWait)}>
            {text('updates-begun-wait')}
          </Button>
        </>
      }
    >
      <p>{text('updates-begun-lead')}</p>
      <ul className={styles.lost}>
        {found.map((what) => (
          <li key={what}>{text(`updates-begun-${what}`)}</li>
        ))}
      </ul>
    </Dialog>
  )
}
