import { useState } from 'react'
import { RecoveryCodes } from '../../app/second-factor/RecoveryCodes'
import { useSession } from '../../app/session'
import { Button, Dialog } from '../../components'
import { useL10n } from '../../l10n'

/** New recovery codes: the dialog closes once they are kept. */
export function RecoveryCodesDialog({
  codes,
  onClose,
}: {
  codes: readonly string[]
  onClose: () => void
}) {
  const { text } = useL10n()
  const { me } = useSession()
  const [kept, setKept] = useState(false)
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
      <RecoveryCodes codes={codes} name={me.sign_in_name} kept={kept} onKept={setKept} />
    </Dialog>
  )
}
