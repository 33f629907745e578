import type { FirstCodes } from '../types'
import type { FakeVault } from './vault'

/** What a first picture shows of a vault, with the codes of so many rows. */
export function firstCodes(vault: FakeVault, rows: number): FirstCodes | null {
  const view = vault.view()
  if (view.status !== 'open') {
    return null
  }
  const entries = vault.list(false)
  const codes = vault.codes(entries.slice(0, rows).map(({ id }) => id))
  return { vault: view, entries, codes }
}
