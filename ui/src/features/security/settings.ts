import type { PolicyNumber, PolicySubject, ProfileOffer } from '../../ipc/client'

/** A setting: what it is about, and the numbers that it has. */
export interface Setting {
  subject: PolicySubject | 'links'
  numbers: readonly PolicyNumber[]
}

/** How the screen groups the settings. */
export const GROUPS: readonly { id: string; settings: readonly Setting[] }[] = [
  {
    id: 'passwords',
    settings: [
      { subject: 'length', numbers: ['min_chars_alone', 'min_chars_with_factor'] },
      { subject: 'composition', numbers: [] },
      { subject: 'rotation', numbers: ['password_days'] },
      { subject: 'history', numbers: ['history', 'history_hours'] },
    ],
  },
  {
    id: 'locks',
    settings: [
      { subject: 'lockout', numbers: ['attempts', 'lock_minutes'] },
      { subject: 'inactivity', numbers: ['inactivity_days'] },
    ],
  },
  {
    id: 'sessions',
    settings: [
      { subject: 'session_idle', numbers: ['session_idle_minutes'] },
      { subject: 'session_length', numbers: ['session_hours'] },
      { subject: 'links', numbers: ['invitation_hours', 'reset_minutes'] },
    ],
  },
]

/** Whether passwords age at all in a profile. */
export function rotates(offer: ProfileOffer | undefined): boolean {
  return offer?.rotation !== 'nobody'
}
