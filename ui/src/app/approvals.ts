import { useQuery, useQueryClient } from '@tanstack/react-query'
import { backend, type IpcFailure, type PendingChange, type Permission } from '../ipc/client'
import { type L10n, permissionKey } from '../l10n'
import { useSession } from './session'

/** How often the service is asked whether somebody waits for an answer. */
const ASK_AGAIN = 60_000

function keyOf(customerId: string | undefined) {
  return ['pending-changes', customerId]
}

/** The changes that need a second administrator, as far as one may know of them. */
export function usePendingChanges() {
  const { membership, can } = useSession()
  const customerId = membership?.customer.id
  return useQuery({
    queryKey: keyOf(customerId),
    queryFn: async () => (await backend.listPendingChanges(customerId ?? '')).items,
    enabled: customerId !== undefined && can('users.manage'),
    refetchInterval: ASK_AGAIN,
  })
}

/** Those that wait for an answer of one's own. */
export function useToAnswer(): readonly PendingChange[] {
  const { data = [] } = usePendingChanges()
  return data.filter(({ state, refusal }) => state === 'waiting' && refusal === null)
}

/** The permissions that `approval_required` names, in words; empty where it is about none. */
export function criticalRights(l10n: L10n, { params }: IpcFailure): string {
  const codes = (params['permissions'] ?? '').split(', ').filter((code) => code !== '')
  return l10n.list(codes.map((code) => l10n.text(permissionKey(code as Permission))))
}

/** Lets everything be read again that an answer may have changed. */
export function useChangesAnswered(customerId: string): () => Promise<unknown> {
  const queries = useQueryClient()
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: keyOf(customerId) }),
      queries.invalidateQueries({ queryKey: ['users', customerId] }),
      queries.invalidateQueries({ queryKey: ['me'] }),
    ])
}
