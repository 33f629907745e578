import type { FactorState, UserStatusKind } from '../../ipc/types'
import { FACTORS, STATUS_FILTERS } from './list/userQuery'

/** How an address can open the list: narrowed to a role, a status, a location or a second factor, or
 * with the wizard. */
export interface UsersSearch {
  /** Holders of a role. */
  role?: string
  status?: UserStatusKind
  /** Who reaches a location. */
  location?: string
  /** Who has any of these set up beside the password. */
  factor?: readonly FactorState[]
  /** A filter that one keeps. */
  saved?: string
  add?: true
}

/** The part of an address that this screen understands; the rest is dropped. */
export function readSearch(search: Record<string, unknown>): UsersSearch {
  const { role, status, location, factor, saved, add } = search
  const factors = FACTORS.filter((known) => [factor].flat().includes(known))
  return {
    ...(typeof role === 'string' && { role }),
    ...(STATUS_FILTERS.some((known) => known === status) && { status: status as UserStatusKind }),
    ...(typeof location === 'string' && { location }),
    ...(factors.length > 0 && { factor: factors }),
    ...(typeof saved === 'string' && { saved }),
    ...(add === true && { add: true as const }),
  }
}
