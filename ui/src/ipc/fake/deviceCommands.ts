import type { Backend } from '../backend'
import type { SignedInDevice, SignedInDevices } from '../types'
import { demandAction, refuse } from './access'
import type { Faults } from './faults'
import { HOUR, type Millis, toTimestamp, type UserRecord } from './record'
import type { FakeSession } from './session'

const MINUTE: Millis = HOUR / 60

/** Where people are signed in, made up from what is known of them; what was signed out stays so. */
class FakeDevices {
  private readonly ended = new Set<string>()
  private readonly began: Millis

  constructor(began: Millis) {
    this.began = began
  }

  /** One's own: here, and two others. */
  own(current: string): SignedInDevice[] {
    return this.left([
      this.device(current, 'Office PC', 2 * MINUTE, HOUR, null),
      this.device('session-notebook', 'Notebook', 40 * MINUTE, 26 * HOUR, 'authenticator'),
      this.device('session-till', 'Shop till', 9 * HOUR, 11 * HOUR, null),
    ]).map((device) => ({ ...device, current: device.session_id === current }))
  }

  /** Those of a user who has come in lately. */
  of(user: UserRecord): SignedInDevice[] {
    if (user.last_sign_in_at === null || user.last_sign_in_at < this.began - 48 * HOUR) {
      return []
    }
    return this.left([
      this.device(`${user.id}-1`, 'Workstation', 25 * MINUTE, 3 * HOUR, null),
      this.device(`${user.id}-2`, 'Notebook', 7 * HOUR, 30 * HOUR, 'authenticator'),
    ])
  }

  end(devices: readonly SignedInDevice[]): null {
    for (const device of devices) {
      this.ended.add(device.session_id)
    }
    return null
  }

  private left(devices: SignedInDevice[]): SignedInDevice[] {
    return devices.filter((device) => !this.ended.has(device.session_id))
  }

  private device(
    id: string,
    name: string,
    used: Millis,
    since: Millis,
    factor: SignedInDevice['factor'],
  ): SignedInDevice {
    return {
      session_id: id,
      current: false,
      name,
      program: 'Keyholder/0.1.0',
      address: '192.0.2.17',
      factor,
      signed_in_at: toTimestamp(this.began - since),
      last_used_at: toTimestamp(this.began - used),
      expires_at: toTimestamp(this.began + 12 * HOUR - used),
    }
  }
}

/** Where somebody is signed in. One line for each command of the bridge. */
export function deviceCommands(
  faults: Faults,
  session: FakeSession,
  now: () => Millis,
): Pick<
  Backend,
  | 'listOwnSessions'
  | 'endOwnSession'
  | 'endOwnOtherSessions'
  | 'listUserSessions'
  | 'endUserSession'
  | 'endUserSessions'
  | 'resetSecondFactor'
> {
  const devices = new FakeDevices(now())
  const listed = (all: SignedInDevice[]): SignedInDevices => ({ devices: all, more: false })
  const own = () => devices.own(session.me().session_id)
  const ofUser = (customerId: string, userId: string) => {
    const { caller, customer } = session.at(customerId)
    const user = customer.find(caller, userId)
    demandAction(caller, user, 'end_sessions', customer.users.values(), now())
    return devices.of(user)
  }
  return {
    listOwnSessions: () => faults.pass('listOwnSessions', () => listed(own())),
    endOwnSession: (sessionId) =>
      faults.pass('endOwnSession', () =>
        devices.end(own().filter((device) => device.session_id === sessionId)),
      ),
    endOwnOtherSessions: () =>
      faults.pass('endOwnOtherSessions', () =>
        devices.end(own().filter((device) => !device.current)),
      ),
    listUserSessions: (customerId, userId) =>
      faults.pass('listUserSessions', () => listed(ofUser(customerId, userId))),
    endUserSession: (customerId, userId, sessionId) =>
      faults.pass('endUserSession', () => {
        const found = ofUser(customerId, userId).filter((device) => device.session_id === sessionId)
        if (found.length === 0) {
          throw refuse('not_found')
        }
        return devices.end(found)
      }),
    endUserSessions: (customerId, userId) =>
      faults.pass('endUserSessions', () => devices.end(ofUser(customerId, userId))),
    resetSecondFactor: (customerId, userId) =>
      faults.pass('resetSecondFactor', () => {
        const { caller, customer } = session.at(customerId)
        const user = customer.resetSecondFactor(caller, userId)
        devices.end(devices.of(customer.find(caller, userId)))
        return user
      }),
  }
}
