import { useQuery } from '@tanstack/react-query'
import { PAGE_ROWS, useCursorWindow } from '../../components'
import { type AuditEntry, type AuditQuery, backend } from '../../ipc/client'
import { type ActivitySearch, periodOf } from './search'

/** The entries that the address asks for. */
export function useActivity(customerId: string, search: ActivitySearch, now: number) {
  const filter: Omit<AuditQuery, 'cursor' | 'limit'> = {
    about: search.about ?? null,
    action: search.action ?? [],
    ...periodOf(search, now),
  }
  const rows = useCursorWindow<AuditEntry>({
    queryKey: ['activity', customerId, filter],
    fetchPage: (cursor) =>
      backend.listAuditEvents(customerId, { ...filter, cursor, limit: PAGE_ROWS }),
  })
  return { ...rows, filter, key: JSON.stringify([customerId, filter]) }
}

/** Whether the log is whole; asked again when one comes back to the screen. */
export function useVerification(customerId: string) {
  return useQuery({
    queryKey: ['activity-verification', customerId],
    queryFn: () => backend.verifyAuditEvents(customerId),
  })
}
