import type { IconName, Tone } from '../components'
import type { UserStatusKind } from '../ipc/types'

/** Tone and symbol of each status; the word comes from the catalogues. */
export const STATUS_LOOK: Record<UserStatusKind, { tone: Tone; icon: IconName }> = {
  active: { tone: 'positive', icon: 'active' },
  not_invited: { tone: 'neutral', icon: 'notInvited' },
  activation_link_sent: { tone: 'info', icon: 'mail' },
  activation_link_expired: { tone: 'warning', icon: 'linkExpired' },
  deactivated: { tone: 'neutral', icon: 'deactivated' },
  locked_attempts: { tone: 'danger', icon: 'locked' },
  locked_inactivity: { tone: 'warning', icon: 'locked' },
  password_expired: { tone: 'warning', icon: 'expired' },
  deleted: { tone: 'neutral', icon: 'delete' },
}
