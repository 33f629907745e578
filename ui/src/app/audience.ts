import type { Permission } from '../ipc/client'
import { useSession } from './session'

/** Whose something is: the operators' of the payment provider, or the people's of a customer. */
export type Audience = 'operators' | 'members'

/** What a screen or an action asks of people. What needs a permission is the members'. */
export interface Asks {
  audience?: Audience
  permission?: Permission
}

/**
 * Whether something exists for whoever is signed in. Operators belong to no customer, as a rule: then
 * what customers' people do is not theirs, and is not offered. What operators do is offered to nobody else.
 */
export function useConcerns(): (asks: Asks) => boolean {
  const { me, membership } = useSession()
  const onlyOperator = me.operator && membership === null
  return ({ audience, permission }) =>
    audience === 'operators'
      ? me.operator
      : !(onlyOperator && (audience === 'members' || permission !== undefined))
}
