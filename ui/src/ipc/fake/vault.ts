import { IpcFailure } from '../failure'
import type {
  EntryFacts,
  KeyStorage,
  ShownCode,
  TakenCode,
  TypedAccount,
  VaultCopy,
  VaultEntry,
  VaultView,
} from '../types'
import { refuse } from './access'
import { type Millis, toTimestamp } from './record'
import { SAMPLES } from './vaultSamples'
import { FakeVaultWays } from './vaultWays'

/** The passphrase that opens the vault which is there at the start. */
export const FAKE_PASSPHRASE = 'seven quiet lanterns'

/** As in `crates/authenticator/src/wrong_passphrases.rs`. */
const FREE = 3
const MIN_CHARS = 12

/** How the vault is when the app starts. */
export type FakeVaultStart = 'open' | 'locked' | 'older' | 'damaged' | 'key_gone'

/** The vault of this computer, with made-up codes. */
export class FakeVault {
  private entries: VaultEntry[] | null = null
  private open = false
  byKeychain = true
  passphrase: string | null = null
  readonly ways: FakeVaultWays
  private problem: VaultView['problem'] = null
  private own = false
  private wrong = 0
  private waitUntil: Millis = 0
  clockError: number | null = null
  private made = 0
  private readonly counters = new Map<string, number>()
  private readonly storage: KeyStorage
  private readonly now: () => Millis

  constructor(
    storage: KeyStorage,
    now: () => Millis,
    start: FakeVaultStart | undefined,
    rows: number,
  ) {
    this.storage = storage
    this.ways = new FakeVaultWays(this, storage)
    this.now = now
    if (start === undefined) {
      return
    }
    this.byKeychain = storage.kind === 'keychain'
    this.passphrase = FAKE_PASSPHRASE
    this.open = start === 'open'
    if (start === 'older') {
      this.problem = { code: 'vault_older', params: {}, errors: [] }
    } else if (start === 'damaged') {
      this.problem = { code: 'vault_damaged', params: { previous: 'true' }, errors: [] }
    } else if (start === 'key_gone') {
      this.problem = { code: 'vault_key_gone', params: {}, errors: [] }
    }
    this.entries = SAMPLES.map(([issuer, name, more]) => this.entry(issuer, name, more))
    for (let row = 0; row < rows; row += 1) {
      this.entries.push(this.entry(`Service ${String(row).padStart(4, '0')}`, `maria-${row}`))
    }
  }

  view(): VaultView {
    return {
      status: this.entries === null ? 'absent' : this.open ? 'open' : 'locked',
      keychain: this.entries !== null && this.byKeychain,
      passphrase: this.entries !== null && this.passphrase !== null,
      storage: this.storage,
      wait_seconds: this.wait(),
      problem: this.open ? null : this.problem,
    }
  }

  create(inKeychain: boolean, passphrase: string | null): VaultView {
    if (passphrase !== null && passphrase.length < MIN_CHARS) {
      throw field('passphrase', 'too_short', { min: String(MIN_CHARS) })
    }
    if (inKeychain && this.storage.kind !== 'keychain') {
      throw refuse('vault_keychain', { problem: this.storage.problem ?? 'failed' })
    }
    this.entries = []
    this.byKeychain = inKeychain
    this.passphrase = passphrase
    this.open = true
    return this.view()
  }

  unlock(passphrase: string | null, copy: VaultCopy): VaultView {
    if (passphrase === null) {
      if (this.storage.kind !== 'keychain') {
        throw refuse('vault_keychain', { problem: this.storage.problem ?? 'failed' })
      }
      if (this.problem?.code === 'vault_key_gone') {
        throw refuse('vault_key_gone')
      }
    } else {
      this.demandPassphrase(passphrase)
    }
    const asks = { vault_older: 'older', vault_damaged: 'previous' }[this.problem?.code ?? '']
    if (this.problem && asks !== undefined && asks !== copy) {
      throw new IpcFailure(this.problem)
    }
    this.problem = null
    this.open = true
    return this.view()
  }

  /** Counts wrong ones, and refuses while one has to wait. */
  demandPassphrase(passphrase: string): void {
    const wait = this.wait()
    if (wait > 0) {
      throw refuse('vault_wait', { retry_after: String(wait) })
    }
    if (passphrase !== this.passphrase) {
      this.wrong += 1
      this.waitUntil = this.wrong < FREE ? 0 : this.now() + 5_000 * 2 ** (this.wrong - FREE)
      throw refuse('vault_wrong_passphrase', { retry_after: String(this.wait()) })
    }
    this.wrong = 0
  }

  lock(): VaultView {
    this.open = false
    return this.view()
  }

  /** The name of the file. */
  backUp(passphrase: string): string {
    this.demandOpen()
    if (passphrase.length < MIN_CHARS) {
      throw field('passphrase', 'too_short', { min: String(MIN_CHARS) })
    }
    return 'keyholder-codes.vault'
  }

  /** Keeps what signs its owner in. */
  keepOwn(): void {
    this.own = true
    this.entries?.push(this.entry('Keyholder', 'maria.keller@alpenkiosk.example'))
  }

  /** Whether it is open and holds what signs its owner in. */
  holdsOwn(): boolean {
    return this.open && this.own
  }

  list(byUse: boolean): VaultEntry[] {
    const used = (entry: VaultEntry) => (byUse ? (entry.last_used ?? '') : '')
    return [...this.demandOpen()].sort(
      (one, other) =>
        Number(other.pinned) - Number(one.pinned) ||
        used(other).localeCompare(used(one)) ||
        `${one.issuer}\n${one.name}`.localeCompare(`${other.issuer}\n${other.name}`),
    )
  }

  codes(ids: readonly string[]): ShownCode[] {
    const asked = new Set(ids)
    return this.demandOpen()
      .filter((entry) => asked.has(entry.id) && entry.period_seconds !== null)
      .map((entry) => {
        const period = (entry.period_seconds ?? 30) * 1_000
        const step = Math.floor(this.now() / period)
        return {
          id: entry.id,
          current: digitsOf(entry, step),
          next: digitsOf(entry, step + 1),
          ends_at: toTimestamp((step + 1) * period),
        }
      })
  }

  /** The code that goes to the clipboard, and what the page learns of it. */
  take(id: string): { code: string; taken: TakenCode } {
    const entry = this.find(id)
    entry.last_used = toTimestamp(this.now())
    const counted = entry.period_seconds === null
    const place = this.counters.get(id) ?? 0
    this.counters.set(id, place + 1)
    const code = counted ? digitsOf(entry, place) : (this.codes([id])[0]?.current ?? '')
    return { code, taken: { counted: counted ? code : null, copied: true, clears_in_seconds: 20 } }
  }

  addLink(link: string): VaultEntry {
    const url = URL.parse(link.trim())
    if (url?.protocol !== 'otpauth:') {
      throw refuse('vault_account_unreadable', { reason: 'not_otpauth' })
    }
    if (!/^[a-z2-7]+$/i.test(url.searchParams.get('secret') ?? '')) {
      throw refuse('vault_account_unreadable', { reason: 'secret' })
    }
    const [issuer = '', name = ''] = decodeURIComponent(url.pathname.split('/').at(-1) ?? '').split(
      ':',
    )
    return this.add(issuer, name, {})
  }

  addTyped(account: TypedAccount): VaultEntry {
    if (!/^[a-z2-7\s]+$/i.test(account.secret)) {
      throw field('account.secret', 'malformed')
    }
    const { kind, digits, algorithm, period_seconds } = account
    return this.add(account.issuer, account.name, {
      kind,
      digits,
      algorithm,
      period_seconds: kind === 'counter' ? null : period_seconds,
    })
  }

  change(id: string, facts: EntryFacts): VaultEntry {
    return Object.assign(this.find(id), facts)
  }

  remove(id: string): null {
    const entry = this.find(id)
    this.entries = this.demandOpen().filter((other) => other !== entry)
    return null
  }

  /** Keeps what was chosen of a file. */
  takeOver(accounts: readonly { issuer: string; name: string }[], replace: boolean): void {
    const before = this.demandOpen()
    const added = accounts.map(({ issuer, name }) => this.entry(issuer, name))
    this.entries = replace ? added : [...before, ...added]
  }

  private wait(): number {
    return Math.max(0, Math.ceil((this.waitUntil - this.now()) / 1_000))
  }

  private demandOpen(): VaultEntry[] {
    if (!this.open || this.entries === null) {
      throw refuse('vault_locked')
    }
    return this.entries
  }

  private find(id: string): VaultEntry {
    const entry = this.demandOpen().find((each) => each.id === id)
    if (!entry) {
      throw refuse('vault_entry_gone')
    }
    return entry
  }

  private add(issuer: string, name: string, more: Partial<VaultEntry>): VaultEntry {
    const entries = this.demandOpen()
    if (entries.some((entry) => entry.issuer === issuer && entry.name === name)) {
      throw refuse('vault_account_known')
    }
    const entry = this.entry(issuer, name, more)
    entries.push(entry)
    return entry
  }

  private entry(issuer: string, name: string, more: Partial<VaultEntry> = {}): VaultEntry {
    this.made += 1
    return {
      id: `entry-${String(this.made).padStart(5, '0')}`,
      issuer,
      name,
      tags: [],
      pinned: false,
      kind: 'time',
      digits: 6,
      algorithm: 'sha1',
      period_seconds: 30,
      last_used: null,
      ...more,
    }
  }
}

function digitsOf(entry: VaultEntry, place: number): string {
  const letters = entry.kind === 'steam' ? '23456789BCDFGHJKMNPQRTVWXY' : '0123456789'
  let mixed = Number(entry.id.slice(-5)) * 7919 + place * 104_729 + 12_345
  return Array.from({ length: entry.digits }, () => {
    mixed = (mixed * 48_271) % 2_147_483_647
    return letters[mixed % letters.length]
  }).join('')
}

function field(name: string, code: 'too_short' | 'malformed', params = {}): IpcFailure {
  return new IpcFailure({
    code: 'invalid_fields',
    params: {},
    errors: [{ field: name, code, params }],
  })
}
