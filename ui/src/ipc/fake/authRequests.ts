import type { Backend } from '../backend'
import { IpcFailure } from '../failure'
import type { ConfirmingDevice, OpenAuthRequest } from '../types'
import { refuse } from './access'
import type { Faults } from './faults'
import { type Millis, toTimestamp } from './record'
import type { FakeSession } from './session'

/** The id of a request that was raised here. */
export const RAISED = 'auth-request-raised'

/** The number that the other side shows. */
export const NUMBER = '483920'

const LIFETIME: Millis = 60_000
const TRIES = 3
const NOTHING_NAMED = { customer_name: null, about: null, several: false }

/** One request at a time: raised here by who signs in, or by a test as from elsewhere. */
export class FakeAuthRequests {
  readonly devices: ConfirmingDevice[] = []
  private readonly now: () => Millis
  private readonly name: () => string
  readonly demandPassword: (password: string) => void
  private request: OpenAuthRequest | null = null
  tells = true
  private readonly listeners = new Set<(live: boolean) => void>()
  private state: 'open' | 'approved' | 'refused' | 'void' = 'open'

  constructor(now: () => Millis, session: FakeSession) {
    this.now = now
    this.demandPassword = (password) => session.demandPassword(password, 'password')
    this.name = () => session.me().sign_in_name
  }

  /** Somebody signs in elsewhere. */
  raise(
    action: OpenAuthRequest['action'] = 'sign_in',
    named: Pick<OpenAuthRequest, 'customer_name' | 'about' | 'several'> = NOTHING_NAMED,
  ): void {
    const at = this.now()
    this.state = 'open'
    this.request = {
      id: `auth-request-${at}`,
      action,
      ...named,
      sign_in_name: this.name(),
      device_name: 'Notebook of the accountant',
      program: 'Keyholder/0.1.0',
      address: '192.0.2.44',
      raised_at: toTimestamp(at),
      expires_at: toTimestamp(at + LIFETIME),
      tries_left: TRIES,
    }
    if (this.tells) {
      for (const listener of this.listeners) {
        listener(true)
      }
    }
  }

  tellNobody(): void {
    this.tells = false
  }

  onChanged(listener: (live: boolean) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  open(): OpenAuthRequest | null {
    return this.state === 'open' ? this.request : null
  }

  answer(id: string, number: string | null) {
    const request = this.open()
    if (request?.id !== id) {
      throw refuse('not_found')
    }
    if (number !== null && number.replace(/\s/g, '') !== NUMBER) {
      request.tries_left -= 1
      if (request.tries_left > 0) {
        throw new IpcFailure({
          code: 'invalid_fields',
          params: {},
          errors: [{ field: 'answer', code: 'wrong_code' }],
        })
      }
      this.state = 'void'
    } else {
      this.state = number === null ? 'refused' : 'approved'
    }
    return { state: this.state, expires_at: request.expires_at }
  }

  enrol() {
    this.devices.push({
      id: 'device-this',
      current: true,
      name: 'Office PC',
      confirms_since: toTimestamp(this.now()),
      last_signed_in_at: toTimestamp(this.now()),
    })
    return this.list()
  }

  remove(id: string) {
    const at = this.devices.findIndex((device) => device.id === id)
    if (at < 0) {
      throw refuse('not_found')
    }
    this.devices.splice(at, 1)
    return this.list()
  }

  list() {
    return { devices: [...this.devices] }
  }
}

/** Confirming a sign-in on another device. One line for each command of the bridge. */
export function authRequestCommands(
  faults: Faults,
  requests: FakeAuthRequests,
  now: () => Millis,
): Pick<
  Backend,
  | 'raiseAuthRequest'
  | 'readRaisedAuthRequest'
  | 'raiseStepUpRequest'
  | 'readStepUpRequest'
  | 'readOwnAuthRequest'
  | 'watchAuthRequests'
  | 'onAuthRequestsChanged'
  | 'approveAuthRequest'
  | 'refuseAuthRequest'
  | 'listConfirmingDevices'
  | 'enrolConfirmingDevice'
  | 'removeConfirmingDevice'
  | 'comeToFront'
> {
  let looked = 0
  const status = (state: 'open' | 'approved') => ({
    state,
    expires_at: toTimestamp(now() + LIFETIME),
  })
  return {
    raiseAuthRequest: () =>
      faults.pass('raiseAuthRequest', () => {
        looked = 0
        return {
          id: RAISED,
          number: NUMBER,
          expires_at: toTimestamp(now() + LIFETIME),
        }
      }),
    // The other device answers while it is looked for the third time.
    readRaisedAuthRequest: () =>
      faults.pass('readRaisedAuthRequest', () => {
        looked += 1
        return status(looked < 3 ? 'open' : 'approved')
      }),
    raiseStepUpRequest: (password) =>
      faults.pass('raiseStepUpRequest', () => {
        looked = 0
        requests.demandPassword(password)
        return {
          id: RAISED,
          number: NUMBER,
          expires_at: toTimestamp(now() + LIFETIME),
        }
      }),
    readStepUpRequest: () =>
      faults.pass('readStepUpRequest', () => {
        looked += 1
        return status(looked < 3 ? 'open' : 'approved')
      }),
    readOwnAuthRequest: () =>
      faults.pass('readOwnAuthRequest', () => ({ request: requests.open() })),
    watchAuthRequests: () => faults.pass('watchAuthRequests', () => requests.tells),
    onAuthRequestsChanged: (listener) => requests.onChanged(listener),
    approveAuthRequest: (id, number) =>
      faults.pass('approveAuthRequest', () => requests.answer(id, number)),
    refuseAuthRequest: (id) => faults.pass('refuseAuthRequest', () => requests.answer(id, null)),
    listConfirmingDevices: () => faults.pass('listConfirmingDevices', () => requests.list()),
    enrolConfirmingDevice: () => faults.pass('enrolConfirmingDevice', () => requests.enrol()),
    removeConfirmingDevice: (id) =>
      faults.pass('removeConfirmingDevice', () => requests.remove(id)),
    comeToFront: () => faults.pass('comeToFront', () => null),
  }
}
