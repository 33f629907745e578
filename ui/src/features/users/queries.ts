import { useQuery } from '@tanstack/react-query'
import { userKeys } from '../../access/queries'
import { backend } from '../../ipc/client'

export {
  useCatalogue,
  useLocationNames,
  useLocations,
  useRoles,
  userKeys,
  useUsersChanged,
} from '../../access/queries'

export function useUser(customerId: string, userId: string) {
  return useQuery({
    queryKey: userKeys.one(customerId, userId),
    queryFn: () => backend.readUser(customerId, userId),
  })
}
