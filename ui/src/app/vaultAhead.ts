import { backend, type ShownCode, type VaultEntry, type VaultView } from '../ipc/client'

/** What the screen of codes shows first. */
export interface VaultAhead {
  vault: VaultView
  entries: VaultEntry[]
  /** Of the rows that fit on the screen, unless codes are shown only while one points at them. */
  codes: ShownCode[]
}

let ahead: VaultAhead | null = null

/**
 * Reads what the screen of codes shows first, before that screen is there; nothing where the vault is closed.
 * Of so many `rows` the codes are read, too.
 */
export async function readVaultAhead(rows: number): Promise<VaultAhead | null> {
  const vault = await backend.readVault()
  if (vault.status !== 'open') {
    return null
  }
  const entries = await backend.listVaultEntries(false)
  const timed = entries.slice(0, rows).filter(({ period_seconds }) => period_seconds !== null)
  const codes = timed.length > 0 ? await backend.showCodes(timed.map(({ id }) => id)) : []
  ahead = { vault, entries, codes }
  return ahead
}

/** What was read ahead, as long as the first screen is being drawn. */
export function vaultAhead(): VaultAhead | null {
  return ahead
}

/** Forgets it: from now on codes are kept for rows in sight only. */
export function forgetVaultAhead(): void {
  ahead = null
}
