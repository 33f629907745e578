import type { Backend } from '../backend'
import type { Faults } from './faults'
import type { FakeSavedFilters } from './savedFilters'
import type { FakeSession } from './session'

/** The filters that people keep. One line for each command of the bridge. */
export function savedFilterCommands(
  faults: Faults,
  session: FakeSession,
  savedFilters: FakeSavedFilters,
): Pick<
  Backend,
  'listSavedFilters' | 'createSavedFilter' | 'changeSavedFilter' | 'deleteSavedFilter'
> {
  return {
    listSavedFilters: (customerId) =>
      faults.pass('listSavedFilters', () => {
        const { caller } = session.at(customerId)
        return { items: savedFilters.list(customerId, caller) }
      }),
    createSavedFilter: (customerId, request, key) =>
      faults.pass('createSavedFilter', () => {
        const { caller, customer } = session.at(customerId)
        return savedFilters.create(customer, customerId, caller, request, key)
      }),
    changeSavedFilter: (customerId, filterId, version, request) =>
      faults.pass('changeSavedFilter', () => {
        const { caller, customer } = session.at(customerId)
        return savedFilters.change(customer, customerId, caller, filterId, version, request)
      }),
    deleteSavedFilter: (customerId, filterId, version) =>
      faults.pass('deleteSavedFilter', () => {
        const { caller, customer } = session.at(customerId)
        return savedFilters.delete(customer, customerId, caller, filterId, version)
      }),
  }
}
