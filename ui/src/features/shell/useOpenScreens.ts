import { openScreens } from '../../app/openScreens'
import type { Screen } from '../../app/screens'
import { useSession } from '../../app/session'

/** The screens of the rail that one may open. */
export function useOpenScreens(): Screen[] {
  const { me, membership } = useSession()
  return openScreens(me, membership)
}
