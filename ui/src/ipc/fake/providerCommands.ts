import type { Backend } from '../backend'
import type { FakeCustomer } from './customer'
import type { Faults } from './faults'
import { cut, FakeLocationRequests } from './locationRequests'
import { listLocations } from './places'
import { ProviderCustomers } from './providerCustomers'
import { ProviderPlaces } from './providerPlaces'
import type { Millis } from './record'
import { FakeRecoveries } from './recoveries'
import type { FakeSession } from './session'

/** What operators do, and what merchants ask them for: one line for each command of the bridge. */
export type ProviderCommands = Pick<
  Backend,
  | 'listLocationRequests'
  | 'requestLocation'
  | 'withdrawLocationRequest'
  | 'searchCustomers'
  | 'createCustomer'
  | 'readProviderCustomer'
  | 'changeCustomer'
  | 'listProviderLocations'
  | 'createLocation'
  | 'changeLocation'
  | 'createTerminal'
  | 'changeTerminal'
  | 'listWaitingRequests'
  | 'answerLocationRequest'
  | 'listAllRecoveries'
  | 'listRecoveries'
  | 'startRecovery'
  | 'finishRecovery'
  | 'stopRecovery'
>

/** The provider's side of the played service. */
export class FakeProvider {
  readonly places = new ProviderPlaces()
  readonly requests: FakeLocationRequests
  readonly customers: ProviderCustomers
  readonly recoveries: FakeRecoveries
  private readonly session: FakeSession

  constructor(
    session: FakeSession,
    customers: ReadonlyMap<string, FakeCustomer>,
    now: () => Millis,
    empty: boolean,
  ) {
    this.session = session
    this.requests = new FakeLocationRequests(this.places, now)
    this.customers = new ProviderCustomers(this.requests, now, empty)
    this.recoveries = new FakeRecoveries(customers, now)
    if (!empty) {
      this.requests.begin()
    }
  }

  commands(faults: Faults): ProviderCommands {
    const { customers, places, recoveries, requests, session } = this
    // To everybody else the operations of operators do not exist.
    const operate = <T>(command: string, answer: () => T) =>
      faults.pass(command, () => {
        session.demandOperator()
        return answer()
      })
    const at = (customerId: string) => customers.read(customerId).id
    return {
      listLocationRequests: (customerId, query) =>
        faults.pass('listLocationRequests', () =>
          requests.list(session.at(customerId).caller, customerId, query),
        ),
      requestLocation: (customerId, request) =>
        faults.pass('requestLocation', () =>
          requests.ask(session.at(customerId).caller, customerId, request),
        ),
      withdrawLocationRequest: (customerId, requestId, version) =>
        faults.pass('withdrawLocationRequest', () =>
          requests.withdraw(session.at(customerId).caller, customerId, requestId, version),
        ),

      searchCustomers: (query) => operate('searchCustomers', () => customers.search(query)),
      createCustomer: (request) => operate('createCustomer', () => customers.create(request)),
      readProviderCustomer: (id) => operate('readProviderCustomer', () => customers.read(id)),
      changeCustomer: (id, version, request) =>
        operate('changeCustomer', () => customers.change(id, version, request)),
      listProviderLocations: (id, query) =>
        operate('listProviderLocations', () => listLocations(places.of(at(id)), query)),
      createLocation: (id, request) =>
        operate('createLocation', () => places.create(at(id), request)),
      changeLocation: (id, locationId, version, request) =>
        operate('changeLocation', () => places.change(at(id), locationId, version, request)),
      createTerminal: (id, locationId, request) =>
        operate('createTerminal', () => places.createTerminal(at(id), locationId, request)),
      changeTerminal: (id, terminalId, version, request) =>
        operate('changeTerminal', () =>
          places.changeTerminal(at(id), terminalId, version, request),
        ),
      listWaitingRequests: (query) =>
        operate('listWaitingRequests', () => {
          const waiting = requests.waiting().map(({ customerId, request }) => {
            const { number, name } = customers.read(customerId)
            return {
              customer_id: customerId,
              customer_number: number,
              customer_name: name,
              request,
            }
          })
          const page = cut(waiting, query)
          return { ...page, page: { ...page.page, total: waiting.length } }
        }),
      answerLocationRequest: (id, requestId, version, request) =>
        operate('answerLocationRequest', () =>
          requests.answer(at(id), requestId, version, request),
        ),
      listAllRecoveries: (query) =>
        operate('listAllRecoveries', () => {
          const all = recoveries.listAll(query.standing)
          const { items, page } = cut(all, query)
          return {
            page,
            items: items.map((one) => {
              const { id, number, name } = customers.read(one.customer_id)
              return {
                customer_id: id,
                customer_number: number,
                customer_name: name,
                recovery: one.recovery,
              }
            }),
          }
        }),
      listRecoveries: (id) => operate('listRecoveries', () => ({ items: recoveries.list(at(id)) })),
      startRecovery: (id, request) =>
        operate('startRecovery', () => recoveries.start(at(id), request)),
      finishRecovery: (id, recoveryId) =>
        operate('finishRecovery', () => recoveries.finish(at(id), recoveryId)),
      stopRecovery: (id, recoveryId) =>
        operate('stopRecovery', () => recoveries.stop(at(id), recoveryId)),
    }
  }
}
