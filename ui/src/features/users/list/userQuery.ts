import type {
  FactorState,
  ListedWay,
  Origin,
  SortKey,
  SortOrder,
  UserCountQuery,
  UserKind,
  UserQuery,
  UserStatusKind,
} from '../../../ipc/types'

/** What is searched and filtered. Values of one filter widen it, filters narrow each other. */
export interface UserFilters {
  search: string
  status: readonly UserStatusKind[]
  role: readonly string[]
  location: readonly string[]
  kind: UserKind | null
  origin: readonly Origin[]
  /** What is set up beside the password. */
  factor: readonly FactorState[]
  /** How they sign in. */
  way: readonly ListedWay[]
  /** Who never signed in; with `idleDays` also those. */
  neverSignedIn: boolean
  /** Who signed in last that many days ago or earlier. */
  idleDays: number | null
}

export interface UserSort {
  column: SortKey
  order: SortOrder
}

/** The longest search text, in characters (`crates/domain/src/directory_query.rs`). */
export const MAX_SEARCH = 100

export const NO_FILTERS: UserFilters = {
  search: '',
  status: [],
  role: [],
  location: [],
  kind: null,
  origin: [],
  factor: [],
  way: [],
  neverSignedIn: false,
  idleDays: null,
}

export const BY_NAME: UserSort = { column: 'name', order: 'ascending' }

/** Statuses as the filter offers them; the bin is a place of its own ({@link inBin}). */
export const STATUS_FILTERS: readonly UserStatusKind[] = [
  'active',
  'not_invited',
  'activation_link_sent',
  'activation_link_expired',
  'deactivated',
  'locked_attempts',
  'locked_inactivity',
  'password_expired',
]

/** Every door, as the filter offers them. */
export const ORIGINS: readonly Origin[] = [
  'administrator',
  'operator',
  'import',
  'scim',
  'legacy',
  'api_key',
]

/** Everything that can be set up beside the password, as the filter offers it. */
export const FACTORS: readonly FactorState[] = ['none', 'mailed_code', 'app', 'passkey']

/** Every way of signing in, as the filter offers it. */
export const WAYS: readonly ListedWay[] = ['password', 'external', 'not_yet']

/** The question how many there are of which status: everything that narrows but the status. */
export function toCountQuery(filters: UserFilters): UserCountQuery {
  const search = filters.search.trim()
  return {
    search: search === '' ? null : search,
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

/** Whether exactly the bin is shown. */
export function inBin({ status }: UserFilters): boolean {
  return status.length === 1 && status[0] === 'deleted'
}

/** The question to the service. Rows are counted with the first page only. */
export function toQuery(
  filters: UserFilters,
  sort: UserSort,
  cursor: string | null,
  limit: number,
): UserQuery {
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
    sort: sort.column,
    order: sort.order,
    cursor,
    limit,
    count: cursor === null,
  }
}

/** Whether anything is left out, so that "nothing found" is said rather than "nobody here". */
export function isNarrowed(filters: UserFilters): boolean {
  return filters.search.trim() !== '' || hasChips(filters)
}

/** Whether a filter other than the search is on. */
export function hasChips(filters: UserFilters): boolean {
  const { status, role, location, kind, origin, factor, way, neverSignedIn, idleDays } = filters
  const facets = [status, role, location, origin, factor, way]
  const values = facets.reduce((sum, each) => sum + each.length, 0)
  return values > 0 || kind !== null || neverSignedIn || idleDays !== null
}

/** A filter that offers several values. */
export type Facet = 'status' | 'role' | 'location' | 'origin' | 'factor' | 'way'

/** The filters with the values of one of them replaced. */
export function withFacet(
  filters: UserFilters,
  facet: Facet,
  values: readonly string[],
): UserFilters {
  return { ...filters, [facet]: values }
}

/** The filters without the one of a chip, whose id is `facet:value`. */
export function withoutChip(filters: UserFilters, chip: string): UserFilters {
  const [facet, ...rest] = chip.split(':')
  const value = rest.join(':')
  switch (facet) {
    case 'status':
    case 'role':
    case 'location':
    case 'origin':
    case 'factor':
    case 'way':
      return withFacet(
        filters,
        facet,
        filters[facet].filter((kept) => kept !== value),
      )
    case 'kind':
      return { ...filters, kind: null }
    case 'never':
      return { ...filters, neverSignedIn: false }
    case 'idle':
      return { ...filters, idleDays: null }
    default:
      return filters
  }
}
