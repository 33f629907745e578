import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { backend, type VaultView } from '../ipc/client'
import { vaultAhead } from './vaultAhead'

/** The key under which the state of the vault is kept. It holds no secret. */
export const VAULT_KEY = ['vault'] as const

/** The key under which it is kept whether a link waits to be looked at. */
export const LINK_KEY = [...VAULT_KEY, 'link'] as const

/** Whether a link that somebody opened waits for the vault. */
export function useLinkWaits(): boolean {
  const { data } = useQuery({
    queryKey: LINK_KEY,
    queryFn: () => backend.linkWaits(),
    networkMode: 'always',
  })
  return data ?? false
}

/** Where the vault of this computer stands, and how to say that it changed. */
export function useVault() {
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery({
    queryKey: VAULT_KEY,
    queryFn: () => backend.readVault(),
    // Drawn at once, and asked again.
    initialData: () => vaultAhead()?.vault,
    initialDataUpdatedAt: 0,
    // The file is on this computer: without a network it is read as well.
    networkMode: 'always',
  })
  const put = (view: VaultView) => queries.setQueryData(VAULT_KEY, view)
  useEffect(
    () => backend.onVaultLocked(() => void queries.invalidateQueries({ queryKey: VAULT_KEY })),
    [queries],
  )
  return { vault: data, error, refetch, put }
}

/** How often the core hears at most that somebody uses the app, in milliseconds. */
const TOLD_EVERY = 15_000

/** Keeps an open vault open while somebody uses the app. */
export function useKeepOpen(): void {
  useEffect(() => {
    let told = performance.now()
    const tell = () => {
      const now = performance.now()
      if (now - told >= TOLD_EVERY) {
        told = now
        backend.keepVaultOpen().catch(() => undefined)
      }
    }
    const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const
    for (const sign of signs) {
      window.addEventListener(sign, tell, { passive: true })
    }
    return () => {
      for (const sign of signs) {
        window.removeEventListener(sign, tell)
      }
    }
  }, [])
}
