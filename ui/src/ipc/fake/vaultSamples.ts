import type { VaultEntry } from '../types'

/** What is in the vault at the start. */
export const SAMPLES: readonly [issuer: string, name: string, more?: Partial<VaultEntry>][] = [
  ['Alpenkiosk back office', 'maria.keller@alpenkiosk.example', { pinned: true, tags: ['work'] }],
  ['Cantonal bank', 'maria.keller', { kind: 'counter', period_seconds: null, tags: ['money'] }],
  ['Cloud storage', 'maria.keller@alpenkiosk.example', { digits: 8, algorithm: 'sha256' }],
  ['Mail', 'maria@keller.example', { tags: ['home'] }],
  ['Société des télécommunications internationales', 'maria.keller+factures@alpenkiosk.example'],
  ['Steam', 'maria_k', { kind: 'steam', digits: 5, tags: ['home'] }],
]
