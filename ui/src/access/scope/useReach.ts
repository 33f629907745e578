import { useQueries } from '@tanstack/react-query'
import { backend } from '../../ipc/client'
import { useLocationNames, userKeys } from '../queries'
import type { Named, ScopeChoice } from './scopeChoice'

/**
 * What choices reach with the groups as they are; undefined until the groups are read. Choices that name
 * no group need no question.
 */
export function useReach(
  customerId: string,
  choices: readonly ScopeChoice[],
): ScopeChoice[] | undefined {
  const ids = [...new Set(choices.flatMap(({ groups }) => groups.map(({ id }) => id)))]
  const details = useQueries({
    queries: ids.map((id) => ({
      queryKey: userKeys.locationGroup(customerId, id),
      queryFn: () => backend.readLocationGroup(customerId, id),
    })),
  })
  const contents = new Map(
    details.flatMap(({ data }) => (data ? [[data.group.id, data.location_ids] as const] : [])),
  )
  const through = [...new Set([...contents.values()].flat())]
  const names = useLocationNames(customerId, through, through.length > 0)
  if (contents.size < ids.length || (through.length > 0 && !names.data)) {
    return undefined
  }
  const called = new Map((names.data ?? []).map((place) => [place.id, place]))
  return choices.map((choice) => ({ ...choice, groups: [], locations: placesOf(choice) }))

  function placesOf({ locations, groups }: ScopeChoice): Named[] {
    const all = new Map(locations.map((place) => [place.id, place]))
    for (const place of groups.flatMap(({ id }) => contents.get(id) ?? [])) {
      all.set(place, called.get(place) ?? { id: place, name: place })
    }
    return [...all.values()]
  }
}
