import { useState } from 'react'
import { useOnline } from '../../../app/connection'
import { barred } from '../../../app/LockedReason'
import { Button } from '../../../components'
import type { User } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import styles from './AccessTab.module.css'
import { ResetFactorDialog } from './ResetFactorDialog'

/** The way back for somebody who lost phone and recovery codes (L12). */
export function ResetFactorPart({ customerId, user }: { customerId: string; user: User }) {
  const { text } = useL10n()
  const online = useOnline()
  const [open, setOpen] = useState(false)
  const state = user.actions.find(({ action }) => action === 'reset_second_factor')
  const refusal = state?.refusal ?? null
  if (state === undefined || refusal === 'wrong_status') {
    return null
  }
  const held = barred(
    refusal !== null
      ? { code: refusal, params: { permission: 'users.manage' } }
      : online
        ? undefined
        : { code: 'offline' },
  )
  return (
    <div className={styles.buttons}>
      <Button size="small" icon="security" {...held} onPress={() => setOpen(true)}>
        {text('user-action-reset_second_factor')}
      </Button>
      {open && (
        <ResetFactorDialog customerId={customerId} user={user} onClose={() => setOpen(false)} />
      )}
    </div>
  )
}
