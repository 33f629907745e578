import type { UserListFilter } from '../../../ipc/types'
import { NO_FILTERS, type UserFilters } from '../list/userQuery'

/** What is on, as it is kept. */
export function toSaved(filters: UserFilters): Required<UserListFilter> {
  const search = filters.search.trim()
  return {
    search: search === '' ? null : search,
    status: [...filters.status],
    role: [...filters.role],
    location: [...filters.location],
    kind: filters.kind,
    origin: [...filters.origin],
    second_factor: [...filters.factor],
    sign_in_way: [...filters.way],
    never_signed_in: filters.neverSignedIn,
    idle_days: filters.idleDays,
  }
}

/** What was kept, to be put on. */
export function fromSaved(saved: UserListFilter): UserFilters {
  return {
    search: saved.search ?? NO_FILTERS.search,
    status: saved.status ?? NO_FILTERS.status,
    role: saved.role ?? NO_FILTERS.role,
    location: saved.location ?? NO_FILTERS.location,
    kind: saved.kind ?? NO_FILTERS.kind,
    origin: saved.origin ?? NO_FILTERS.origin,
    factor: saved.second_factor ?? NO_FILTERS.factor,
    way: saved.sign_in_way ?? NO_FILTERS.way,
    neverSignedIn: saved.never_signed_in ?? NO_FILTERS.neverSignedIn,
    idleDays: saved.idle_days ?? NO_FILTERS.idleDays,
  }
}
