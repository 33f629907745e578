import type { Me, OwnMembership, Permission } from '../ipc/client'

/** Whose something is: the operators' of the payment provider, or the people's of a customer. */
export type Audience = 'operators' | 'members'

/** What a screen or an action asks of people. What needs a permission is the members'. */
export interface Asks {
  audience?: Audience
  permission?: Permission
}

/**
 * Whether something exists for somebody at the membership that they work with. Operators belong to no
 * customer, as a rule: then what customers' people do is not theirs, and is not offered. What operators do is
 * offered to nobody else.
 */
export function concerns(
  { audience, permission }: Asks,
  me: Me,
  membership: OwnMembership | null,
): boolean {
  const onlyOperator = me.operator && membership === null
  return audience === 'operators'
    ? me.operator
    : !(onlyOperator && (audience === 'members' || permission !== undefined))
}
