import { useQuery } from '@tanstack/react-query'
import { userKeys } from '../../../access/queries'
import { useOnline } from '../../../app/connection'
import { backend, type CopyView } from '../../../ipc/client'

/** How often one looks whether the copy is over, in milliseconds. */
const LOOK_AGAIN = 15_000

/** The list as it is kept for reading without the service; `null` while the service answers. */
export function useOfflineCopy(customerId: string): CopyView | null {
  const online = useOnline()
  const { data } = useQuery({
    queryKey: userKeys.offline(customerId),
    queryFn: () => backend.readOfflineCopy(customerId),
    enabled: !online,
    // It is another one each time that the connection goes.
    staleTime: 0,
    gcTime: 0,
    refetchInterval: LOOK_AGAIN,
  })
  return online ? null : (data ?? null)
}
