import { SCREENS, type Screen } from '../../app/screens'
import { useSession } from '../../app/session'

/** The screens of the rail that one may open. */
export function useOpenScreens(): Screen[] {
  const { can } = useSession()
  return SCREENS.filter(
    ({ onRail, permission }) => onRail && (permission === undefined || can(permission)),
  )
}
