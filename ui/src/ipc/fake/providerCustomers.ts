import type {
  CreateCustomer,
  ProviderCustomer,
  ProviderCustomerPage,
  ProviderCustomerQuery,
  SaveCustomer,
} from '../types'
import { refuse } from './access'
import { FaultList } from './faultList'
import { cut, type FakeLocationRequests } from './locationRequests'
import { DAY, type Millis, toTimestamp } from './record'
import { CUSTOMERS } from './seed'

/** Customers of which there are facts only. */
const FURTHER: [number: string, name: string, mode: 'live' | 'test'][] = [
  ['310552', 'Sonnenschein AG', 'live'],
  [
    '4000187',
    'Wolfeschlegelsteinhausenbergerdorff Getränkehandels- und Beteiligungsgesellschaft mbH & Co. KG',
    'live',
  ],
  ['570031', 'מאפיית השרון', 'test'],
  ['613207', 'Maison Lumière SA', 'test'],
]

/** The customers as operators see them. */
export class ProviderCustomers {
  private readonly all: ProviderCustomer[]
  private readonly requests: FakeLocationRequests
  private readonly now: () => Millis

  constructor(requests: FakeLocationRequests, now: () => Millis, empty: boolean) {
    this.requests = requests
    this.now = now
    const further = FURTHER.map(([number, name, mode], index) => ({
      id: `customer-further-${index + 1}`,
      number,
      name,
      alias: null,
      mode,
      acquirer_agreement: mode === 'live',
    }))
    this.all = (empty ? [] : [...CUSTOMERS, ...further]).map((customer, index) => ({
      id: customer.id,
      number: customer.number,
      name: customer.name,
      alias: customer.alias,
      mode: customer.mode,
      acquirer_agreement: customer.acquirer_agreement,
      version: 1,
      created_at: toTimestamp(now() - (400 - 30 * index) * DAY),
      waiting_requests: 0,
    }))
  }

  search(query: ProviderCustomerQuery): ProviderCustomerPage {
    const words = (query.search ?? '').toLowerCase().split(/\s+/)
    const found = this.all
      .filter(({ number, name, alias }) => {
        const text = `${number} ${name} ${alias ?? ''}`.toLowerCase()
        return words.every((word) => text.includes(word))
      })
      .sort((one, other) => (one.number < other.number ? -1 : 1))
    return cut(
      found.map((customer) => this.show(customer)),
      query,
    )
  }

  read(id: string): ProviderCustomer {
    return this.show(this.find(id))
  }

  create({ customer, administrator }: CreateCustomer): ProviderCustomer {
    const faults = new FaultList()
    const facts = this.facts(faults, 'customer.', customer)
    const email = faults.line('administrator.email', administrator.email, 254)
    if (email === null) {
      faults.add('administrator.email', 'required')
    } else if (!/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email)) {
      faults.add('administrator.email', 'not_an_email')
    }
    faults.needed('administrator.given_name', administrator.given_name, 100)
    faults.needed('administrator.family_name', administrator.family_name, 100)
    faults.demandNone()
    const made: ProviderCustomer = {
      ...facts,
      id: `customer-new-${this.all.length + 1}`,
      alias: null,
      version: 1,
      created_at: toTimestamp(this.now()),
      waiting_requests: 0,
    }
    this.all.push(made)
    return made
  }

  change(id: string, version: number, request: SaveCustomer): ProviderCustomer {
    const customer = this.find(id)
    if (customer.version !== version) {
      throw refuse('stale')
    }
    const faults = new FaultList()
    const facts = this.facts(faults, '', request, id)
    faults.demandNone()
    Object.assign(customer, facts, { version: version + 1 })
    return this.show(customer)
  }

  /** Somebody else changes a customer meanwhile. */
  changeBehind(id: string): void {
    this.find(id).version += 1
  }

  private facts(faults: FaultList, prefix: string, request: SaveCustomer, own?: string) {
    const number = request.number.trim()
    if (!/^\d{6,10}$/.test(number)) {
      faults.add(`${prefix}number`, 'malformed')
    } else if (this.all.some((each) => each.number === number && each.id !== own)) {
      faults.add(`${prefix}number`, 'taken')
    }
    const name = faults.needed(`${prefix}name`, request.name, 100)
    return { ...request, number, name }
  }

  private find(id: string): ProviderCustomer {
    const customer = this.all.find((each) => each.id === id)
    if (!customer) {
      throw refuse('not_found')
    }
    return customer
  }

  private show(customer: ProviderCustomer): ProviderCustomer {
    return { ...customer, waiting_requests: this.requests.waitingAt(customer.id) }
  }
}
