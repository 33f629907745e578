import { Button, Dialog } from '../../../components'
import { useL10n } from '../../../l10n'
import { LinkCard } from './LinkCard'

/** A link that was just made for a user without e-mail. */
export interface MadeLink {
  name: string
  link: string
  code?: string | null
}

/** Shows a one-time link. A press outside does not close it: closing loses the link for good. */
export function LinkDialog({ made, onClose }: { made: MadeLink | null; onClose: () => void }) {
  const { text } = useL10n()
  return (
    <Dialog
      open={made !== null}
      onClose={onClose}
      mustAnswer
      title={text('link-title', { name: made?.name ?? '' })}
      closeLabel={text('users-close')}
      footer={<Button onPress={onClose}>{text('link-close')}</Button>}
    >
      {made && <LinkCard {...made} />}
    </Dialog>
  )
}
