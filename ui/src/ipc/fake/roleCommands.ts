import type { Backend } from '../backend'
import { demand } from './access'
import { CATALOGUE } from './catalogue'
import { explain, helpers, holders } from './explain'
import type { Faults } from './faults'
import { changeRole, createRole, deleteRole, listRoles, readRole } from './ownRoles'
import type { Millis } from './record'
import type { FakeSession } from './session'

/** What is done with roles, and what they allow whom. One line for each command of the bridge. */
export function roleCommands(
  faults: Faults,
  session: FakeSession,
  now: () => Millis,
): Pick<
  Backend,
  | 'listRoles'
  | 'readRole'
  | 'createRole'
  | 'changeRole'
  | 'deleteRole'
  | 'explainAccess'
  | 'listHolders'
  | 'listHelpers'
  | 'listPermissions'
> {
  return {
    listRoles: (customerId, query) =>
      faults.pass('listRoles', () => {
        const { caller, customer } = session.at(customerId)
        return { items: listRoles(customer, caller, query.count ?? false) }
      }),
    readRole: (customerId, roleId) =>
      faults.pass('readRole', () => {
        const { caller, customer } = session.at(customerId)
        return readRole(customer, caller, roleId)
      }),
    createRole: (customerId, request) =>
      faults.pass('createRole', () => {
        const { caller, customer } = session.at(customerId)
        return createRole(customer, caller, request)
      }),
    changeRole: (customerId, roleId, version, request) =>
      faults.pass('changeRole', () => {
        const { caller, customer } = session.at(customerId)
        return changeRole(customer, caller, roleId, version, request)
      }),
    deleteRole: (customerId, roleId, version, request) =>
      faults.pass('deleteRole', () => {
        const { caller, customer } = session.at(customerId)
        return deleteRole(customer, caller, roleId, version, request)
      }),
    explainAccess: (customerId, userId, permission, query) =>
      faults.pass('explainAccess', () => {
        const { caller, customer } = session.at(customerId)
        return explain(customer, customer.find(caller, userId), permission, query, now())
      }),
    listHolders: (customerId, permission, query) =>
      faults.pass('listHolders', () => {
        const { caller, customer } = session.at(customerId)
        demand(caller, 'users.view')
        return holders(customer, caller, permission, query, now())
      }),
    listHelpers: (customerId, permission) =>
      faults.pass('listHelpers', () => {
        const { caller, customer } = session.at(customerId)
        return helpers(customer, caller, permission, now())
      }),
    listPermissions: () =>
      faults.pass('listPermissions', () => {
        session.me()
        return { items: CATALOGUE }
      }),
  }
}
