import type { Me, OwnMembership } from '../ipc/client'
import { concerns } from './concerns'
import { SCREENS, type Screen } from './screens'

/** The screens of the rail that somebody may open at the membership that they work with. */
export function openScreens(me: Me, membership: OwnMembership | null): Screen[] {
  return SCREENS.filter(
    (screen) =>
      screen.onRail &&
      concerns(screen, me, membership) &&
      (screen.permission === undefined ||
        (membership?.permissions.includes(screen.permission) ?? false)),
  )
}
