import type { Backend } from '../backend'
import { demand, isWithin } from './access'
import type { Faults } from './faults'
import { changeGroup, createGroup, deleteGroup, listGroups, readGroup } from './locationGroups'
import { listLocations } from './places'
import type { FakeProvider } from './providerCommands'
import type { Millis } from './record'
import { CUSTOMERS } from './seed'
import type { FakeSession } from './session'

/** What is done with the locations of a customer and their groups. One line for each command of the bridge. */
export function locationCommands(
  faults: Faults,
  session: FakeSession,
  provider: FakeProvider,
  now: () => Millis,
): Pick<
  Backend,
  | 'listLocations'
  | 'listLocationGroups'
  | 'readLocationGroup'
  | 'createLocationGroup'
  | 'changeLocationGroup'
  | 'deleteLocationGroup'
> {
  return {
    listLocations: (customerId, query) =>
      faults.pass('listLocations', () => {
        const { caller } = session.at(customerId)
        demand(caller, 'locations.view')
        const reachable = provider.places
          .merchantsOf(customerId)
          .filter(({ id }) => isWithin({ kind: 'only', location_ids: [id] }, caller.scope))
        return listLocations(reachable, query)
      }),
    listLocationGroups: (customerId) =>
      faults.pass('listLocationGroups', () => {
        const { caller } = session.at(customerId)
        return { items: customerId === CUSTOMERS[0]?.id ? listGroups(caller) : [] }
      }),
    readLocationGroup: (customerId, groupId) =>
      faults.pass('readLocationGroup', () => {
        const { caller, customer } = session.at(customerId)
        return readGroup(customer, caller, groupId)
      }),
    createLocationGroup: (customerId, request) =>
      faults.pass('createLocationGroup', () => {
        const { caller, customer } = session.at(customerId)
        return createGroup(customer, caller, request)
      }),
    changeLocationGroup: (customerId, groupId, version, request) =>
      faults.pass('changeLocationGroup', () => {
        const { caller, customer } = session.at(customerId)
        return changeGroup(customer, caller, groupId, version, request, now())
      }),
    deleteLocationGroup: (customerId, groupId, version) =>
      faults.pass('deleteLocationGroup', () => {
        const { caller, customer } = session.at(customerId)
        return deleteGroup(customer, caller, groupId, version, now())
      }),
  }
}
