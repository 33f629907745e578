import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ButtonProps } from '../components'
import { backend, type Params, type Permission } from '../ipc/client'
import { permissionKey, useL10n } from '../l10n'
import { HELPED, isLock } from './locks'
import { useSession } from './session'

/** Who can help changes rarely, and the service decides anyway. */
const FRESH = 5 * 60_000

/** What holds a control back, for one that tells the two apart; nothing if nothing does. */
export function barred(
  refusal: { code: string; params?: Params } | undefined,
): Pick<ButtonProps, 'lockedReason' | 'unavailableReason'> {
  if (refusal === undefined) {
    return {}
  }
  const reason = <LockedReason {...refusal} />
  return isLock(refusal.code) ? { lockedReason: reason } : { unavailableReason: reason }
}

/**
 * Why something is locked: what is missing and, by name, who can give it or do it (rule 7). Every
 * locked control of the app says it through this.
 */
export function LockedReason({
  code,
  params = {},
  customerId,
}: {
  code: string
  params?: Params
  /** At which customer; absent for the one where one works now. */
  customerId?: string
}) {
  const l10n = useL10n()
  const { text, problem } = l10n
  const { membership } = useSession()
  const at = customerId ?? membership?.customer.id
  const missing = params['permission'] as Permission | undefined
  const permission = code in HELPED ? (HELPED[code] ?? missing) : undefined
  const { data } = useQuery({
    queryKey: ['helpers', at, permission],
    queryFn: () => backend.listHelpers(at ?? '', permission ?? 'users.view'),
    enabled: at !== undefined && permission !== undefined,
    staleTime: FRESH,
    retry: false,
  })
  const names = (data?.items ?? []).map((one) => `${one.given_name} ${one.family_name}`)
  if (!data || names.length === 0) {
    return problem({ code, params })
  }
  const who = l10n.list(
    data.more === 0 ? names : [...names, text('locked-more', { count: data.more })],
  )
  return text(`locked-${code}`, {
    who,
    permission: missing ? text(permissionKey(missing)) : '',
  })
}

/** Why a permission's holders alone may do something; nothing for one of them. */
export function useLock(): (permission: Permission | undefined) => ReactNode | undefined {
  const { can } = useSession()
  return (permission) =>
    permission === undefined || can(permission) ? undefined : (
      <LockedReason code="permission_missing" params={{ permission }} />
    )
}
