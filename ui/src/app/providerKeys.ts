import { useQueryClient } from '@tanstack/react-query'

/** The keys under which answers to operators are kept. */
export const providerKeys = {
  customers: (search: string) => ['provider', 'customers', search] as const,
  customer: (customerId: string) => ['provider', 'customer', customerId] as const,
  locations: (customerId: string, search: string) =>
    ['provider', 'customer', customerId, 'locations', search] as const,
  recoveries: (customerId: string) => ['provider', 'customer', customerId, 'recoveries'] as const,
  allRecoveries: (standing: string | null) => ['provider', 'recoveries', standing] as const,
  waiting: () => ['provider', 'waiting-requests'] as const,
}

/** Reads everything again that an operator sees, after any change. */
export function useProviderChanged(): () => Promise<unknown> {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['provider'] })
}
