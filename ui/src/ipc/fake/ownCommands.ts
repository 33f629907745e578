import type { Backend } from '../backend'
import type { Faults } from './faults'
import type { FakeOwn } from './own'

/** What people do about themselves. One line for each command of the bridge. */
export function ownCommands(
  faults: Faults,
  own: FakeOwn,
): Pick<
  Backend,
  | 'readProfile'
  | 'changeProfile'
  | 'changeEmail'
  | 'stopDataChange'
  | 'acceptMembership'
  | 'declineMembership'
  | 'leaveCustomer'
  | 'changeAlias'
> {
  return {
    readProfile: () => faults.pass('readProfile', () => own.profile()),
    changeProfile: (version, request) =>
      faults.pass('changeProfile', () => own.changeProfile(version, request)),
    changeEmail: (email, password) =>
      faults.pass('changeEmail', () => own.changeEmail(email, password)),
    stopDataChange: () => faults.pass('stopDataChange', () => own.stopDataChange()),
    acceptMembership: (customerId, password) =>
      faults.pass('acceptMembership', () => own.accept(customerId, password)),
    declineMembership: (customerId) =>
      faults.pass('declineMembership', () => own.decline(customerId)),
    leaveCustomer: (customerId) => faults.pass('leaveCustomer', () => own.leave(customerId)),
    changeAlias: (customerId, version, request) =>
      faults.pass('changeAlias', () => own.changeAlias(customerId, version, request)),
  }
}
