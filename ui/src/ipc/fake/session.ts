import { IpcFailure } from '../failure'
import type { ExternalProvider, Me, OwnMembership } from '../types'
import { refuse } from './access'
import { heldBy } from './catalogue'
import type { FakeCustomer } from './customer'
import { roleLabels } from './directory'
import { RULES } from './passwords'
import { type Millis, statusOf, type UserRecord } from './record'
import { CUSTOMERS, FAKE_PASSWORD } from './seed'

/** The payment provider's person: reads customers, sees nothing of their users. */
export const OPERATOR = 'operator@provider.example'

/** Who is signed in to the fake service. */
export class FakeSession {
  /** Memberships that were taken up while signed in. */
  readonly joined: OwnMembership[] = []
  /** The other provider that they sign in with, having no password. */
  signsInWith: ExternalProvider | null = null
  private name: string | null = null
  private password = FAKE_PASSWORD
  private readonly customers: ReadonlyMap<string, FakeCustomer>
  private readonly now: () => Millis

  constructor(customers: ReadonlyMap<string, FakeCustomer>, now: () => Millis) {
    this.customers = customers
    this.now = now
  }

  signIn(signInName: string, password: string): Me {
    const name = signInName.trim().toLowerCase()
    const able = name === OPERATOR || this.memberships(name).length > 0
    if (password !== this.password || !able) {
      throw refuse('sign_in_failed')
    }
    this.name = name
    return this.me()
  }

  /** Whether somebody who may come in has this name. */
  knows(signInName: string): boolean {
    return this.memberships(signInName.trim().toLowerCase()).length > 0
  }

  /** Everybody of the fake service has one password. */
  setPassword(password: string): void {
    this.password = password
  }

  demandPassword(password: string, field = 'current_password'): void {
    if (this.signsInWith === null && password !== this.password) {
      throw new IpcFailure({
        code: 'invalid_fields',
        params: {},
        errors: [{ field, code: 'wrong_password' }],
      })
    }
  }

  end(): void {
    this.name = null
  }

  isOpen(): boolean {
    return this.name !== null
  }

  me(): Me {
    const name = this.demandName()
    if (name === OPERATOR) {
      return {
        session_id: 'session-1',
        user_id: 'user-operator',
        sign_in_name: OPERATOR,
        given_name: 'Olga',
        family_name: 'Perator',
        language: 'en',
        operator: true,
        signs_in_with: this.signsInWith,
        password_rules: RULES,
        memberships: [],
        offers: [],
      }
    }
    const memberships = this.memberships(name)
    const user = memberships[0]?.user
    if (!user) {
      throw refuse('sign_in_required')
    }
    return {
      session_id: 'session-1',
      user_id: user.id,
      sign_in_name: user.sign_in_name,
      given_name: user.given_name,
      family_name: user.family_name,
      language: user.language,
      operator: false,
      signs_in_with: this.signsInWith,
      password_rules: RULES,
      memberships: [
        ...memberships.map(({ customer, user }) => ({
          customer: { ...customer },
          roles: roleLabels(user.role_ids),
          permissions: heldBy(user),
          scope: user.scope,
        })),
        ...this.joined,
      ],
      offers: [],
    }
  }

  /** The signed-in user at a customer, and the customer; unknown to everyone else. */
  at(customerId: string): { caller: UserRecord; customer: FakeCustomer } {
    const name = this.demandName()
    const customer = this.customers.get(customerId)
    const caller = [...(customer?.users.values() ?? [])].find((user) => user.sign_in_name === name)
    if (!customer || !caller) {
      throw refuse('not_found')
    }
    return { caller, customer }
  }

  /** Throws unless somebody of the payment provider is signed in. */
  demandOperator(): void {
    if (this.demandName() !== OPERATOR) {
      throw refuse('not_found')
    }
  }

  private demandName(): string {
    if (this.name === null) {
      throw refuse('sign_in_required')
    }
    return this.name
  }

  private memberships(name: string) {
    return CUSTOMERS.flatMap((customer) => {
      const users = [...(this.customers.get(customer.id)?.users.values() ?? [])]
      const user = users.find((user) => user.sign_in_name === name)
      return user && statusOf(user, this.now()).kind === 'active' ? [{ customer, user }] : []
    })
  }
}
