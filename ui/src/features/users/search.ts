import type { UserStatusKind } from '../../ipc/types'
import { STATUS_FILTERS } from './list/userQuery'

/** How an address can open the list: narrowed to a role, a status or a location, or with the wizard. */
export interface UsersSearch {
  /** Holders of a role. */
  role?: string
  status?: UserStatusKind
  /** Who reaches a location. */
  location?: string
  /** A filter that one keeps. */
  saved?: string
  add?: true
}

/** The part of an address that this screen understands; the rest is dropped. */
export function readSearch(search: Record<string, unknown>): UsersSearch {
  const { role, status, location, saved, add } = search
  return {
    ...(typeof role === 'string' && { role }),
    ...(STATUS_FILTERS.some((known) => known === status) && { status: status as UserStatusKind }),
    ...(typeof location === 'string' && { location }),
    ...(typeof saved === 'string' && { saved }),
    ...(add === true && { add: true as const }),
  }
}
