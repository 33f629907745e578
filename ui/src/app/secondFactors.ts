import { useQuery } from '@tanstack/react-query'
import { backend } from '../ipc/client'
import { useSession } from './session'

/** The key under which what one has set up beside the password is kept. */
export function secondFactorsKey(sessionId: string) {
  return ['second-factors', sessionId] as const
}

/** What one has set up beside the password. */
export function useSecondFactors() {
  const { me } = useSession()
  return useQuery({
    queryKey: secondFactorsKey(me.session_id),
    queryFn: () => backend.listOwnSecondFactors(),
  })
}
