import { useState } from 'react'
import { FormDialog } from '../../app/form/FormDialog'
import { Button, StatusBadge } from '../../components'
import { backend } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { Section } from './Section'

/** From here on it is time to draw new ones. */
const FEW = 2

/** How many recovery codes are left, and new ones. */
export function RecoverySection({
  left,
  offline,
  onDrawn,
}: {
  left: number
  offline: string | undefined
  onDrawn: (codes: readonly string[]) => void
}) {
  const { text } = useL10n()
  const [asking, setAsking] = useState(false)
  const few = left <= FEW
  return (
    <Section
      title={text('recovery-codes-title')}
      lead={text('recovery-codes-lead')}
      action={
        <Button icon="retry" unavailableReason={offline} onPress={() => setAsking(true)}>
          {text('recovery-codes-draw')}
        </Button>
      }
    >
      <div>
        <StatusBadge tone={few ? 'warning' : 'neutral'} icon={few ? 'warning' : 'check'}>
          {text('recovery-codes-left', { count: left })}
        </StatusBadge>
      </div>
      {asking && (
        <FormDialog
          size="small"
          title={text('recovery-codes-draw-title')}
          lead={text('recovery-codes-draw-lead')}
          send={text('recovery-codes-draw')}
          onSend={async () => onDrawn((await backend.renewRecoveryCodes()).codes)}
          onClose={() => setAsking(false)}
        >
          {() => null}
        </FormDialog>
      )}
    </Section>
  )
}
