import { Button, Dialog } from '../../../components'
import type { HandOver } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { LinkCard, type LinkOwner } from './LinkCard'

/** A link that was just made for a user without e-mail. */
export interface MadeLink {
  owner: LinkOwner
  /** For the first password, or for a new one. */
  kind: 'invite' | 'send_reset_link'
  handOver: HandOver
}

/** Shows a one-time link. A press outside does not close it: closing loses the link for good. */
export function LinkDialog({ made, onClose }: { made: MadeLink | null; onClose: () => void }) {
  const { text } = useL10n()
  return (
    <Dialog
      open={made !== null}
      onClose={onClose}
      mustAnswer
      title={text(made?.kind === 'send_reset_link' ? 'link-reset-title' : 'link-title', {
        name: made?.owner.name ?? '',
      })}
      closeLabel={text('users-close')}
      footer={<Button onPress={onClose}>{text('link-close')}</Button>}
    >
      {made && <LinkCard owner={made.owner} handOver={made.handOver} />}
    </Dialog>
  )
}
