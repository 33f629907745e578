import type { UserStatusKind } from '../../ipc/types'
import { STATUS_FILTERS } from './list/userQuery'

/** How an address can open the list: narrowed to a role, a status or a location, or with the wizard. */
export interface UsersSearch {
  /** Holders of a role. */
  role?: string
  status?: UserStatusKind
  /** Who reaches a location. */
  location?: string
  add?: true
}

/** The part of an address that this screen understands; the rest is dropped. */
export function readSearch({ role, status, location, add }: Record<string, unknown>): UsersSearch {
  return {
    ...(typeof role === 'string' && { role }),
    ...(STATUS_FILTERS.some((known) => known === status) && { status: status as UserStatusKind }),
    ...(typeof location === 'string' && { location }),
    ...(add === true && { add: true as const }),
  }
}
