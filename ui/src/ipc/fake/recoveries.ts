import { IpcFailure } from '../failure'
import type {
  FieldCode,
  Recovery,
  RecoveryStanding,
  RecoveryState,
  StartRecovery,
  StoppedBy,
} from '../types'
import { isAbleAdministrator, refuse } from './access'
import { heldBy } from './catalogue'
import type { FakeCustomer } from './customer'
import { FaultList } from './faultList'
import { DAY, HOUR, type Millis, statusOf, toTimestamp } from './record'

/** How long everybody may object, and how long the link can be sent then (`recovery.rs`). */
const WAIT = 72 * HOUR
const READY_FOR = 14 * DAY
const MAX_NOTE = 500

interface Stored {
  customer_id: string
  id: string
  sign_in_name: string
  new_email: string | null
  reason: string
  evidence: string
  started_at: Millis
  confirmed_at: Millis | null
  stopped_by: StoppedBy | null
  ended_at: Millis | null
  told: number
  others: number
}

/** Bringing administrators back (reading C22). */
export class FakeRecoveries {
  private readonly all: Stored[] = []
  private readonly customers: ReadonlyMap<string, FakeCustomer>
  private readonly now: () => Millis

  constructor(customers: ReadonlyMap<string, FakeCustomer>, now: () => Millis) {
    this.customers = customers
    this.now = now
  }

  list(customerId: string): Recovery[] {
    return this.all
      .filter((one) => one.customer_id === customerId)
      .map((one) => this.show(one))
      .reverse()
  }

  /** Those of all customers, the newest first. */
  listAll(standing: RecoveryStanding | null): { customer_id: string; recovery: Recovery }[] {
    return this.all
      .filter((one) => standing === null || this.isOpen(one) === (standing === 'open'))
      .map((one) => ({ customer_id: one.customer_id, recovery: this.show(one) }))
      .reverse()
  }

  start(customerId: string, request: StartRecovery): Recovery {
    const faults = new FaultList()
    const name = faults.needed('sign_in_name', request.sign_in_name, 254).toLowerCase()
    const email = request.new_email?.trim().toLowerCase() || null
    if (email !== null && !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email)) {
      faults.add('new_email', 'not_an_email')
    }
    const reason = faults.needed('reason', request.reason, MAX_NOTE)
    const evidence = faults.needed('evidence', request.evidence, MAX_NOTE)
    faults.demandNone()
    const users = [...(this.customers.get(customerId)?.users.values() ?? [])]
    const administrators = users.filter((user) => heldBy(user).includes('administrators.manage'))
    const person = administrators.find(({ sign_in_name }) => sign_in_name === name)
    if (!person) {
      throw fault('sign_in_name', 'unknown')
    }
    const status = statusOf(person, this.now()).kind
    if (['not_invited', 'activation_link_sent', 'deactivated', 'deleted'].includes(status)) {
      throw refuse('wrong_status', { status })
    }
    if (this.all.some((one) => one.sign_in_name === name && this.isOpen(one))) {
      throw refuse('recovery_under_way')
    }
    if (email === name) {
      throw fault('new_email', 'unchanged')
    }
    if (users.some(({ sign_in_name }) => sign_in_name === email)) {
      throw fault('new_email', 'taken')
    }
    const stored: Stored = {
      customer_id: customerId,
      id: `recovery-${this.all.length + 1}`,
      sign_in_name: name,
      new_email: email,
      reason,
      evidence,
      started_at: this.now(),
      confirmed_at: null,
      stopped_by: null,
      ended_at: null,
      told: administrators.length,
      others: administrators.filter(
        (one) => one.id !== person.id && isAbleAdministrator(one, this.now()),
      ).length,
    }
    this.all.push(stored)
    return this.show(stored)
  }

  /** Somebody who was told uses the link in the letter. */
  object(): void {
    for (const stored of this.all.filter((one) => this.isOpen(one))) {
      stored.stopped_by = 'objection'
      stored.ended_at = this.now()
    }
  }

  finish(customerId: string, id: string): Recovery {
    const stored = this.find(customerId, id)
    const state = this.stateOf(stored)
    if (state === 'waiting') {
      throw refuse('recovery_too_early', { ready_at: toTimestamp(stored.started_at + WAIT) })
    }
    if (state !== 'ready') {
      throw refuse('recovery_over')
    }
    if (stored.new_email !== null && stored.confirmed_at === null) {
      throw refuse('recovery_unconfirmed')
    }
    stored.ended_at = this.now()
    return this.show(stored)
  }

  stop(customerId: string, id: string): Recovery {
    const stored = this.find(customerId, id)
    if (!this.isOpen(stored)) {
      throw refuse('recovery_over')
    }
    stored.stopped_by = 'operator'
    stored.ended_at = this.now()
    return this.show(stored)
  }

  private find(customerId: string, id: string): Stored {
    const stored = this.all.find((one) => one.customer_id === customerId && one.id === id)
    if (!stored) {
      throw refuse('not_found')
    }
    return stored
  }

  private isOpen(stored: Stored): boolean {
    return ['waiting', 'ready'].includes(this.stateOf(stored))
  }

  private stateOf(stored: Stored): RecoveryState {
    const ready = stored.started_at + WAIT
    if (stored.stopped_by !== null) {
      return 'stopped'
    }
    if (stored.ended_at !== null) {
      return 'finished'
    }
    if (this.now() < ready) {
      return 'waiting'
    }
    return this.now() < ready + READY_FOR ? 'ready' : 'expired'
  }

  private show(stored: Stored): Recovery {
    return {
      id: stored.id,
      state: this.stateOf(stored),
      sign_in_name: stored.sign_in_name,
      new_email: stored.new_email,
      address_confirmed_at: toTimestamp(stored.confirmed_at),
      reason: stored.reason,
      evidence: stored.evidence,
      started_at: toTimestamp(stored.started_at),
      ready_at: toTimestamp(stored.started_at + WAIT),
      stopped_by: stored.stopped_by,
      ended_at: toTimestamp(stored.ended_at),
      told: stored.told,
      other_administrators: stored.others,
    }
  }
}

function fault(field: string, code: FieldCode): IpcFailure {
  return new IpcFailure({ code: 'invalid_fields', params: {}, errors: [{ field, code }] })
}
