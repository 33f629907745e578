import type { Backend } from '../backend'
import { demand } from './access'
import type { Faults } from './faults'
import type { FakeOffline } from './offline'
import type { Millis } from './record'
import type { FakeSession } from './session'

/** What is done with users. One line for each command of the bridge. */
export function userCommands(
  faults: Faults,
  session: FakeSession,
  offline: FakeOffline,
  now: () => Millis,
): Pick<
  Backend,
  | 'listUsers'
  | 'readOfflineCopy'
  | 'listOfflineUsers'
  | 'readUser'
  | 'createUser'
  | 'inviteUser'
  | 'deactivateUser'
  | 'reactivateUser'
  | 'deleteUser'
  | 'restoreUser'
  | 'adoptUser'
  | 'countUsers'
  | 'convertUser'
  | 'sendResetLink'
  | 'unlockUser'
  | 'changeRoles'
  | 'changePermissions'
  | 'changeScope'
  | 'proposeCorrection'
> {
  return {
    listUsers: (customerId, query) =>
      faults.pass('listUsers', () => {
        const { caller, customer } = session.at(customerId)
        demand(caller, 'users.view')
        offline.note(customerId)
        return customer.directory.page(customer.users.values(), caller, query, now())
      }),
    readOfflineCopy: (customerId) => faults.pass('readOfflineCopy', () => offline.view(customerId)),
    listOfflineUsers: (customerId, query) =>
      faults.pass('listOfflineUsers', () => offline.page(customerId, query)),
    readUser: (customerId, userId) =>
      faults.pass('readUser', () => {
        const { caller, customer } = session.at(customerId)
        return customer.show(caller, customer.find(caller, userId))
      }),
    createUser: (customerId, request, key) =>
      faults.pass('createUser', () => {
        const { caller, customer } = session.at(customerId)
        return customer.create(caller, request, key)
      }),
    inviteUser: (customerId, userId, key) =>
      faults.pass('inviteUser', () => {
        const { caller, customer } = session.at(customerId)
        return customer.invite(caller, userId, key)
      }),
    deactivateUser: (customerId, userId, version) =>
      faults.pass('deactivateUser', () => {
        const { caller, customer } = session.at(customerId)
        return customer.setActive(caller, userId, version, false)
      }),
    reactivateUser: (customerId, userId, version) =>
      faults.pass('reactivateUser', () => {
        const { caller, customer } = session.at(customerId)
        return customer.setActive(caller, userId, version, true)
      }),
    deleteUser: (customerId, userId, version) =>
      faults.pass('deleteUser', () => {
        const { caller, customer } = session.at(customerId)
        return customer.setDeleted(caller, userId, version, true)
      }),
    restoreUser: (customerId, userId, version) =>
      faults.pass('restoreUser', () => {
        const { caller, customer } = session.at(customerId)
        return customer.setDeleted(caller, userId, version, false)
      }),
    adoptUser: (customerId, userId, version) =>
      faults.pass('adoptUser', () => {
        const { caller, customer } = session.at(customerId)
        return customer.adopt(caller, userId, version)
      }),
    countUsers: (customerId, query) =>
      faults.pass('countUsers', () => {
        const { caller, customer } = session.at(customerId)
        demand(caller, 'users.view')
        return customer.directory.counts(customer.users.values(), caller, query, now())
      }),
    convertUser: (customerId, userId, version, request) =>
      faults.pass('convertUser', () => {
        const { caller, customer } = session.at(customerId)
        return customer.convert(caller, userId, version, request)
      }),
    sendResetLink: (customerId, userId, key) =>
      faults.pass('sendResetLink', () => {
        const { caller, customer } = session.at(customerId)
        return customer.sendResetLink(caller, userId, key)
      }),
    unlockUser: (customerId, userId, version) =>
      faults.pass('unlockUser', () => {
        const { caller, customer } = session.at(customerId)
        return customer.unlock(caller, userId, version)
      }),
    changeRoles: (customerId, userId, version, request) =>
      faults.pass('changeRoles', () => {
        const { caller, customer } = session.at(customerId)
        return customer.changeRoles(caller, userId, version, request)
      }),
    changePermissions: (customerId, userId, version, request) =>
      faults.pass('changePermissions', () => {
        const { caller, customer } = session.at(customerId)
        return customer.changePermissions(caller, userId, version, request)
      }),
    changeScope: (customerId, userId, version, request) =>
      faults.pass('changeScope', () => {
        const { caller, customer } = session.at(customerId)
        return customer.changeScope(caller, userId, version, request)
      }),
    proposeCorrection: (customerId, userId, request) =>
      faults.pass('proposeCorrection', () => {
        const { caller, customer } = session.at(customerId)
        return customer.proposeCorrection(caller, userId, request)
      }),
  }
}
