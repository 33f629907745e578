import { backend, type FirstCodes } from '../ipc/client'

let ahead: FirstCodes | null = null

/**
 * Reads what the screen of codes shows first, before that screen is there; nothing where the vault is closed.
 * Of so many `rows` the codes are read, too.
 */
export async function readVaultAhead(rows: number): Promise<FirstCodes | null> {
  ahead = await backend.readFirstCodes(rows)
  return ahead
}

/** What was read ahead, as long as the first screen is being drawn. */
export function vaultAhead(): FirstCodes | null {
  return ahead
}

/** Forgets it: from now on codes are kept for rows in sight only. */
export function forgetVaultAhead(): void {
  ahead = null
}
