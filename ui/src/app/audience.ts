import { type Asks, concerns } from './concerns'
import { useSession } from './session'

export type { Asks, Audience } from './concerns'

/** Whether something exists for whoever is signed in. */
export function useConcerns(): (asks: Asks) => boolean {
  const { me, membership } = useSession()
  return (asks) => concerns(asks, me, membership)
}
