import { useQuery } from '@tanstack/react-query'
import { backend } from '../ipc/client'
import { providerKeys } from './providerKeys'
import { useSession } from './session'

/** How often the service is asked whether a merchant waits for an answer. */
const ASK_AGAIN = 60_000

/** How many requests for locations wait for an operator's answer; 0 for everybody else. */
export function useWaitingRequests(): number {
  const { me } = useSession()
  const { data } = useQuery({
    queryKey: [...providerKeys.waiting(), 'count'],
    queryFn: async () =>
      (await backend.listWaitingRequests({ cursor: null, limit: 1 })).page.total ?? 0,
    enabled: me.operator,
    refetchInterval: ASK_AGAIN,
  })
  return data ?? 0
}
