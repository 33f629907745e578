import { useQuery, useQueryClient } from '@tanstack/react-query'
import { backend } from '../ipc/client'

const key = (customerId: string) => ['saved-filters', customerId] as const

/** The filters of the list of users that one keeps at a customer, by name. */
export function useSavedFilters(customerId: string, enabled = true) {
  return useQuery({
    queryKey: key(customerId),
    queryFn: async () => (await backend.listSavedFilters(customerId)).items,
    enabled,
  })
}

/** Reads them again, after any change. */
export function useSavedFiltersChanged(customerId: string) {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: key(customerId) })
}
