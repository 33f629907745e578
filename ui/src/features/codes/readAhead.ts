import type { QueryClient } from '@tanstack/react-query'
import { VAULT } from '../../app/vault'
import { backend, type VaultEntry } from '../../ipc/client'

let entries: VaultEntry[] | undefined

/** Reads where the vault stands and, if it is open, what it holds, so that it is there when the screen is drawn. */
export async function readCodesAhead(queries: QueryClient): Promise<void> {
  const vault = await queries.fetchQuery(VAULT)
  if (vault.status === 'open') {
    entries = await backend.listVaultEntries(false)
  }
}

/** The accounts that were read ahead, for the first drawing: they are handed out once, and not kept. */
export function takeEntries(): VaultEntry[] | undefined {
  const ahead = entries
  entries = undefined
  return ahead
}
