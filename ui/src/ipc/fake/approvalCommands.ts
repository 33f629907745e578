import type { Backend } from '../backend'
import type { Faults } from './faults'
import type { FakeSession } from './session'

/** What takes a second administrator, and the policy that says so. One line for each command of the bridge. */
export function approvalCommands(
  faults: Faults,
  session: FakeSession,
): Pick<
  Backend,
  | 'readSecurityPolicy'
  | 'previewSecurityPolicy'
  | 'changeSecurityPolicy'
  | 'listPendingChanges'
  | 'askChange'
  | 'grantPendingChange'
  | 'refusePendingChange'
  | 'withdrawPendingChange'
> {
  return {
    readSecurityPolicy: (customerId) =>
      faults.pass('readSecurityPolicy', () => {
        const { caller, customer } = session.at(customerId)
        return customer.security.show(caller)
      }),
    previewSecurityPolicy: (customerId, policy) =>
      faults.pass('previewSecurityPolicy', () => {
        const { caller, customer } = session.at(customerId)
        return customer.security.preview(caller, policy)
      }),
    changeSecurityPolicy: (customerId, version, policy) =>
      faults.pass('changeSecurityPolicy', () => {
        const { caller, customer } = session.at(customerId)
        return customer.security.change(caller, version, policy)
      }),
    listPendingChanges: (customerId) =>
      faults.pass('listPendingChanges', () => {
        const { caller, customer } = session.at(customerId)
        return { items: customer.approvals.list(caller) }
      }),
    askChange: (customerId, request) =>
      faults.pass('askChange', () => {
        const { caller, customer } = session.at(customerId)
        return customer.approvals.ask(caller, request)
      }),
    grantPendingChange: (customerId, changeId) =>
      faults.pass('grantPendingChange', () => {
        const { caller, customer } = session.at(customerId)
        return customer.approvals.answer(caller, changeId, 'granted')
      }),
    refusePendingChange: (customerId, changeId) =>
      faults.pass('refusePendingChange', () => {
        const { caller, customer } = session.at(customerId)
        return customer.approvals.answer(caller, changeId, 'refused')
      }),
    withdrawPendingChange: (customerId, changeId) =>
      faults.pass('withdrawPendingChange', () => {
        const { caller, customer } = session.at(customerId)
        return customer.approvals.answer(caller, changeId, 'withdrawn')
      }),
  }
}
