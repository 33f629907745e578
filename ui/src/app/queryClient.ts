import { QueryCache, QueryClient } from '@tanstack/react-query'
import { IpcFailure } from '../ipc/client'

/** Failures that may be gone a moment later. */
const PASSING = new Set(['server_unreachable', 'unavailable'])
const RETRIES = 2

/** How long something read counts as fresh. What is shown stays shown while it is read again. */
const FRESH = 30_000
const KEPT = 10 * 60_000

/** The cache of what was read. `onFailure` hears of every failed reading. */
export function createQueryClient(onFailure: (failure: IpcFailure) => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: (thrown) => onFailure(IpcFailure.from(thrown)) }),
    defaultOptions: {
      queries: {
        staleTime: FRESH,
        gcTime: KEPT,
        // The core knows whether the service can be reached; the web view has no network of its own.
        networkMode: 'always',
        retry: (count, thrown) => count < RETRIES && PASSING.has(IpcFailure.from(thrown).code),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
