import { IpcFailure } from '../failure'
import type { CopyView, KeyStorage, UserPage, UserQuery } from '../types'
import { Directory } from './directory'
import { listRoles } from './ownRoles'
import { type Millis, statusOf, type UserRecord } from './record'
import type { FakeSession } from './session'

/** How long a copy can be read, how old one gets before it is read anew, and how many rows it has. */
const LONGEST = 24 * 3_600_000
const RENEWED_AFTER = 5 * 60_000
const MAX_ROWS = 2_000

/** The list that is kept for reading without the service (`src-tauri/src/offline.rs`). */
export class FakeOffline {
  private copy: { customerId: string; at: Millis; rows: UserRecord[]; total: number } | null = null
  private readonly directory = new Directory()
  private why: 'none' | 'time_up' = 'none'
  private readonly session: FakeSession
  private readonly keyStorage: KeyStorage
  private readonly now: () => Millis

  constructor(session: FakeSession, keyStorage: KeyStorage, now: () => Millis) {
    this.session = session
    this.keyStorage = keyStorage
    this.now = now
  }

  /** The list of a customer was read. */
  note(customerId: string, at = this.now()): void {
    const fresh = this.copy?.customerId === customerId && at - this.copy.at < RENEWED_AFTER
    if (fresh || this.keyStorage.kind === 'memory') {
      return
    }
    const users = [...this.session.at(customerId).customer.users.values()].filter(
      (user) => statusOf(user, at).kind !== 'deleted',
    )
    const rows = structuredClone(users.slice(0, MAX_ROWS))
    this.copy = { customerId, at, rows, total: users.length }
  }

  forget(): void {
    this.copy = null
  }

  view(customerId: string): CopyView {
    if (this.keyStorage.kind === 'memory') {
      return { kind: 'absent', why: 'no_keychain' }
    }
    if (this.copy && this.now() - this.copy.at >= LONGEST) {
      this.copy = null
      this.why = 'time_up'
    }
    if (this.copy?.customerId !== customerId) {
      return { kind: 'absent', why: this.why }
    }
    const { at, rows, total } = this.copy
    const { caller, customer } = this.session.at(customerId)
    return {
      kind: 'kept',
      read_at: new Date(at).toISOString(),
      ends_at: new Date(at + LONGEST).toISOString(),
      rows: rows.length,
      total,
      roles: listRoles(customer, caller, false),
    }
  }

  page(customerId: string, query: UserQuery): UserPage {
    if (this.copy?.customerId !== customerId) {
      throw new IpcFailure({ code: 'offline_copy_gone', params: {}, errors: [] })
    }
    if (query.location.length > 0) {
      throw new IpcFailure({ code: 'offline_locations', params: {}, errors: [] })
    }
    if (query.status.includes('deleted')) {
      throw new IpcFailure({ code: 'offline_bin', params: {}, errors: [] })
    }
    const { caller } = this.session.at(customerId)
    return this.directory.page(this.copy.rows, caller, query, this.copy.at)
  }
}
