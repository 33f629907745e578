import { useState } from 'react'
import { Button } from '../../components'
import { useL10n, useNow } from '../../l10n'
import { useLock } from '../LockedReason'
import { EnforceDialog } from './EnforceDialog'
import { daysAhead, requirementOf, usePolicy } from './policy'

/** "Enforce 2FA" (S110), or how it stands; either way to the dialog that decides it. */
export function EnforceButton({
  customerId,
  onShow,
}: {
  customerId: string
  /** Shows those who have none. */
  onShow: () => void
}) {
  const { text, date } = useL10n()
  const now = useNow()
  const locked = useLock()('security.manage')
  const { data: view } = usePolicy(customerId)
  const [open, setOpen] = useState(false)
  const asked = requirementOf(view)
  const ahead = daysAhead(asked, now)
  const label = () => {
    if (asked.kind === 'optional') {
      return text('enforce-open')
    }
    return ahead === null
      ? text('enforce-state-on')
      : text('enforce-state-from', { day: date(ahead) })
  }
  return (
    <>
      <Button
        icon={asked.kind === 'optional' ? 'security' : 'about'}
        lockedReason={locked}
        unavailableReason={view ? undefined : text('enforce-unread')}
        onPress={() => setOpen(true)}
      >
        {label()}
      </Button>
      {open && view && (
        <EnforceDialog
          customerId={customerId}
          view={view}
          onShow={onShow}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
