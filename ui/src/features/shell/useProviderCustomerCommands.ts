import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { providerKeys } from '../../app/providerKeys'
import { useSession } from '../../app/session'
import type { CommandSection } from '../../components'
import { backend } from '../../ipc/client'
import { useL10n } from '../../l10n'

const MIN_SEARCH = 2
const FOUND = 8

/** Customers whose number, name or alias holds what was typed, for operators, from the service. */
export function useProviderCustomerCommands(typed: string): CommandSection {
  const { text } = useL10n()
  const { me } = useSession()
  const navigate = useNavigate()
  const search = useDeferredValue(typed.trim())
  const found = useQuery({
    queryKey: [...providerKeys.customers(search), 'palette'],
    queryFn: () => backend.searchCustomers({ search, cursor: null, limit: FOUND }),
    enabled: search.length >= MIN_SEARCH && me.operator,
    placeholderData: (former) => former,
  })
  const items = search.length >= MIN_SEARCH ? (found.data?.items ?? []) : []
  return {
    id: 'provider-customers',
    title: text('screen-provider-customers'),
    matched: true,
    commands: items.map(({ id, number, name }) => ({
      id: `provider-customer-${id}`,
      name,
      detail: number,
      icon: 'customer',
      run: () =>
        void navigate({ to: '/provider/customers/$customerId', params: { customerId: id } }),
    })),
  }
}
