import { useQuery } from '@tanstack/react-query'
import { backend, type SecondFactorRequirement, type SecurityPolicyView } from '../../ipc/client'

/** The key under which the policy of a customer is kept. */
export function policyKey(customerId: string) {
  return ['security-policy', customerId] as const
}

/** What the customer demands; asked for by whoever may see it. */
export function usePolicy(customerId: string, enabled = true) {
  return useQuery({
    queryKey: policyKey(customerId),
    queryFn: () => backend.readSecurityPolicy(customerId),
    enabled,
  })
}

/** Whether a second factor is asked for, and from when on. */
export function requirementOf(view: SecurityPolicyView | undefined): SecondFactorRequirement {
  return view?.policy.second_factor ?? { kind: 'optional' }
}

/** The first day, while it lies ahead. */
export function daysAhead(asked: SecondFactorRequirement, now: number): string | null {
  const from = asked.kind === 'required' ? (asked.from ?? null) : null
  return from !== null && Date.parse(from) > now ? from : null
}

/** The beginning of a day so many days after a moment, as `2026-06-15`. Days are not all 24 hours long. */
export function dayAfter(moment: number, days: number): string {
  const at = new Date(moment)
  const day = new Date(at.getFullYear(), at.getMonth(), at.getDate() + days)
  const part = (number: number) => String(number).padStart(2, '0')
  return `${String(day.getFullYear()).padStart(4, '0')}-${part(day.getMonth() + 1)}-${part(day.getDate())}`
}

/** The first moment of a day, by the computer's clock. */
export function beginningOf(day: string): string {
  return new Date(`${day}T00:00:00`).toISOString()
}
