import type { ReactNode } from 'react'
import { useSession } from '../../app/session'
import { letRestartWait, useRestartWaits } from '../../app/updates'
import { whereOneWorks } from '../../app/wasAt'
import { Button } from '../../components'
import { backend } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { useAskFirst } from './useAskFirst'

/** The button that starts the new version, or takes back that it is started in a quiet moment. */
export function useRestart(size: 'small' | 'medium'): {
  button: ReactNode
  dialog: ReactNode
  /** Whether it is started once nothing is begun here. */
  waits: boolean
} {
  const { text } = useL10n()
  const person = useSession().me.user_id
  const waits = useRestartWaits()
  const restart = () => void backend.restartUpdated(whereOneWorks(person))
  const { ask, dialog } = useAskFirst(restart, () => letRestartWait(true))
  const button = waits ? (
    <Button size={size} onPress={() => letRestartWait(false)}>
      {text('updates-waits-not')}
    </Button>
  ) : (
    <Button size={size} variant={size === 'small' ? 'secondary' : 'primary'} onPress={ask}>
      {text('updates-restart')}
    </Button>
  )
  return { button, dialog, waits }
}
