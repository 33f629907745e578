import type { L10n } from '../../l10n'
import { type Named, type ScopeChoice, sameScope } from './scopeChoice'

/** How many locations a sentence names before it counts the rest. */
const NAMED = 4

/** What a change of scope gives and takes, in one plain sentence; groups are expanded before. */
export function describeScopeChange(
  l10n: L10n,
  name: string,
  before: ScopeChoice,
  after: ScopeChoice,
): string {
  if (sameScope(before, after)) {
    return l10n.text('roles-change-none', { name })
  }
  if (after.kind === 'all') {
    return l10n.text('scope-change-to-all', { name })
  }
  if (after.kind === 'none_yet') {
    return l10n.text('scope-change-to-none', { name })
  }
  if (before.kind === 'all') {
    return l10n.text('scope-change-from-all', { name, kept: places(l10n, after.locations) })
  }
  const had = before.kind === 'only' ? before.locations : []
  const gained = places(l10n, without(after.locations, had))
  const lost = places(l10n, without(had, after.locations))
  if (gained !== '' && lost !== '') {
    return l10n.text('scope-change-gains-and-loses', { name, gained, lost })
  }
  return gained === ''
    ? l10n.text('scope-change-loses', { name, lost })
    : l10n.text('scope-change-gains', { name, gained })
}

export function without(these: readonly Named[], those: readonly Named[]): Named[] {
  const ids = new Set(those.map(({ id }) => id))
  return these.filter(({ id }) => !ids.has(id))
}

/** "Airport, Konstanz and 7 more". */
export function places(l10n: L10n, locations: readonly Named[]): string {
  // Naming all but one and then "1 more" would save no room.
  const named = locations.length <= NAMED + 1 ? locations : locations.slice(0, NAMED)
  const rest = locations.length - named.length
  const names = named.map(({ name }) => name)
  return l10n.list(rest > 0 ? [...names, l10n.text('roles-change-more', { count: rest })] : names)
}
