import { useConcerns } from '../../app/audience'
import { SCREENS, type Screen } from '../../app/screens'
import { useSession } from '../../app/session'

/** The screens of the rail that one may open. */
export function useOpenScreens(): Screen[] {
  const { can } = useSession()
  const concerns = useConcerns()
  return SCREENS.filter(
    (screen) =>
      screen.onRail &&
      concerns(screen) &&
      (screen.permission === undefined || can(screen.permission)),
  )
}
