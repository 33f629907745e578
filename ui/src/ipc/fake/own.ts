import { IpcFailure } from '../failure'
import type {
  ChangeAlias,
  ChangeProfile,
  Customer,
  FieldError,
  Me,
  Offer,
  Profile,
  WaitingChange,
} from '../types'
import { demand, refuse } from './access'
import type { FakeCustomer } from './customer'
import { roleLabels } from './directory'
import { HOUR, type Millis, toTimestamp } from './record'
import { CUSTOMERS, FAKE_PASSWORD } from './seed'
import type { FakeSession } from './session'

/** The customer that invites Maria where a test asks for it. */
const OFFERING: Customer = {
  id: 'customer-3',
  number: '310552',
  name: 'Sonnenschein AG',
  alias: null,
  settings_version: 1,
  mode: 'live',
  acquirer_agreement: true,
}

function faulty(...errors: FieldError[]): IpcFailure {
  return new IpcFailure({ code: 'invalid_fields', params: {}, errors })
}

/** What the signed-in person does with their own data and memberships. */
export class FakeOwn {
  private version = 1
  private waiting: WaitingChange | null = null
  private offering: boolean
  private readonly session: FakeSession
  private readonly customers: Map<string, FakeCustomer>
  private readonly now: () => Millis
  private readonly demandProof: () => void

  constructor(
    session: FakeSession,
    customers: Map<string, FakeCustomer>,
    now: () => Millis,
    offering: boolean,
    demandProof: () => void,
  ) {
    this.session = session
    this.customers = customers
    this.now = now
    this.offering = offering
    this.demandProof = demandProof
  }

  me(): Me {
    return { ...this.session.me(), offers: this.offers() }
  }

  profile(): Profile {
    const me = this.session.me()
    return {
      version: this.version,
      kind: me.sign_in_name.includes('@') ? 'verified' : 'unverified',
      sign_in_name: me.sign_in_name,
      given_name: me.given_name,
      family_name: me.family_name,
      language: me.language,
      last_sign_in_at: toTimestamp(this.now() - HOUR),
      password_changed_at: toTimestamp(this.now() - 30 * 24 * HOUR),
      waiting: this.waiting,
    }
  }

  changeProfile(version: number, request: ChangeProfile): Profile {
    if (version !== this.version) {
      throw refuse('stale')
    }
    const empty = (['given_name', 'family_name'] as const).filter((name) => request[name] === '')
    if (empty.length > 0) {
      throw faulty(...empty.map((field) => ({ field, code: 'required' as const })))
    }
    for (const customer of this.customers.values()) {
      for (const user of customer.users.values()) {
        if (user.sign_in_name === this.session.me().sign_in_name) {
          Object.assign(user, request)
          customer.directory.changed()
        }
      }
    }
    this.version += 1
    return this.profile()
  }

  changeEmail(email: string, password: string): Profile {
    if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) {
      throw faulty({ field: 'email', code: 'not_an_email' })
    }
    if (email === this.session.me().sign_in_name) {
      throw faulty({ field: 'email', code: 'unchanged' })
    }
    this.demandPassword(password)
    this.waiting = {
      id: 'change-1',
      proposed_by: null,
      given_name: null,
      family_name: null,
      email,
      former_confirmed: false,
      new_confirmed: false,
      expires_at: toTimestamp(this.now() + 48 * HOUR),
    }
    return this.profile()
  }

  stopDataChange(): Profile {
    this.waiting = null
    return this.profile()
  }

  accept(customerId: string, password: string): Me {
    this.demandOffer(customerId)
    if (this.session.signsInWith === null) {
      this.demandPassword(password)
    } else {
      this.demandProof()
    }
    this.offering = false
    this.session.joined.push({
      customer: OFFERING,
      roles: roleLabels(['role-finance']),
      permissions: ['locations.view', 'transactions.view', 'invoices.view'],
      scope: { kind: 'all', location_ids: [] },
    })
    return this.me()
  }

  decline(customerId: string): Me {
    this.demandOffer(customerId)
    this.offering = false
    return this.me()
  }

  leave(customerId: string): Me {
    const joined = this.session.joined.findIndex(({ customer }) => customer.id === customerId)
    if (joined >= 0) {
      this.session.joined.splice(joined, 1)
      return this.me()
    }
    const { caller, customer } = this.session.at(customerId)
    const administrates = ({ role_ids }: { role_ids: string[] }) =>
      role_ids.includes('role-merchant_administrator')
    const others = [...customer.users.values()].filter(
      (user) => user !== caller && administrates(user) && user.deactivated_at === null,
    )
    if (administrates(caller) && others.length === 0) {
      throw refuse('last_administrator')
    }
    customer.users.delete(caller.id)
    customer.directory.changed()
    return this.me()
  }

  changeAlias(customerId: string, version: number, { alias }: ChangeAlias): Customer {
    const { caller } = this.session.at(customerId)
    demand(caller, 'account.settings')
    const customer = CUSTOMERS.find(({ id }) => id === customerId)
    if (!customer) {
      throw refuse('not_found')
    }
    if (customer.settings_version !== version) {
      throw refuse('stale')
    }
    if (alias !== null && /^[\d\s]+$/.test(alias)) {
      throw faulty({ field: 'alias', code: 'malformed' })
    }
    customer.alias = alias
    customer.settings_version += 1
    return { ...customer }
  }

  private offers(): Offer[] {
    return this.offering
      ? [
          {
            customer: OFFERING,
            roles: roleLabels(['role-finance']),
            scope: { kind: 'all', location_ids: [] },
            invited_at: toTimestamp(this.now() - HOUR),
            expires_at: toTimestamp(this.now() + 47 * HOUR),
          },
        ]
      : []
  }

  private demandOffer(customerId: string): void {
    if (!this.offering || customerId !== OFFERING.id) {
      throw refuse('not_found')
    }
  }

  private demandPassword(password: string): void {
    if (password !== FAKE_PASSWORD) {
      throw faulty({ field: 'password', code: 'wrong_password' })
    }
  }
}
