import { useQuery } from '@tanstack/react-query'
import type { ScopeChoice } from '../../../access/scope/scopeChoice'
import { runMany } from '../../../app/runMany'
import { backend, type Scope, type UserRow } from '../../../ipc/client'
import { useLocationNames, userKeys } from '../queries'

/** Where somebody reaches now. */
export interface Former {
  row: UserRow
  /** Nothing where it could not be read. */
  scope: ScopeChoice | null
}

/**
 * Where users reach now, by name; undefined until it is read. The list knows only how many locations
 * somebody has, so whoever has some is read in full.
 */
export function useFormerScopes(
  customerId: string,
  rows: readonly UserRow[],
): { former: Former[] | undefined; failed: boolean } {
  const some = rows.filter(({ scope }) => scope === 'only')
  const { data } = useQuery({
    queryKey: [...userKeys.all(customerId), 'scopes', some.map(({ id }) => id)],
    queryFn: async ({ signal }) => {
      const read = new Map<string, Scope>()
      await runMany(
        some,
        ({ id }) => backend.readUser(customerId, id),
        ({ item, result }) => {
          if (result) {
            read.set(item.id, result.scope)
          }
        },
        signal,
      )
      return read
    },
    enabled: some.length > 0,
  })
  const ids = [...new Set([...(data?.values() ?? [])].flatMap((scope) => scope.location_ids ?? []))]
  const names = useLocationNames(customerId, ids, ids.length > 0)
  if ((some.length > 0 && !data) || (ids.length > 0 && !names.data)) {
    return { former: undefined, failed: names.isError }
  }
  const called = new Map((names.data ?? []).map((place) => [place.id, place]))
  const former = rows.map((row): Former => {
    if (row.scope !== 'only') {
      return { row, scope: { kind: row.scope, locations: [], groups: [] } }
    }
    const read = data?.get(row.id)
    return {
      row,
      scope: read
        ? {
            kind: read.kind,
            locations: (read.location_ids ?? []).map((id) => called.get(id) ?? unnamed(id)),
            groups: (read.group_ids ?? []).map(unnamed),
          }
        : null,
    }
  })
  return { former, failed: false }
}

function unnamed(id: string) {
  return { id, name: id }
}
