import { IpcFailure } from '../failure'
import type {
  DeleteRole,
  ErrorCode,
  FieldError,
  Permission,
  Role,
  RoleDeleted,
  RoleDetail,
  SaveRole,
} from '../types'
import { demand, demandDirect, refuse } from './access'
import { CATALOGUE, chainOf, type FakeRole, heldBy, permissionsOf, ROLES } from './catalogue'
import type { FakeCustomer } from './customer'
import type { UserRecord } from './record'

const LONGEST_NAME = 60
let made = 0

type CriticalRole = SaveRole & { role_id: string }

/** Throws for a permission without what it rests on (`own_role::unmet`). */
export function demandComplete(chosen: readonly Permission[], held: readonly Permission[]): void {
  const errors = chosen.flatMap((permission, index): FieldError[] => {
    const missing = chainOf(permission)[1]
    return missing && !held.includes(missing)
      ? [
          {
            field: `permissions.${index}`,
            code: 'needs_prerequisite',
            params: { prerequisite: missing },
          },
        ]
      : []
  })
  if (errors.length > 0) {
    throw new IpcFailure({ code: 'invalid_fields', params: {}, errors })
  }
}

export function listRoles(customer: FakeCustomer, caller: UserRecord, count: boolean): Role[] {
  demand(caller, 'users.view')
  return ROLES.map((role) => show(customer, caller, role, count))
}

export function readRole(customer: FakeCustomer, caller: UserRecord, id: string): RoleDetail {
  demand(caller, 'users.view')
  const role = find(id)
  const alone = membersOf(customer, id).filter(
    (user) => user.role_ids.length === 1 && (user.direct ?? []).length === 0,
  )
  return {
    role: show(customer, caller, role, true),
    alone: caller.scope.kind === 'all' ? alone.length : null,
  }
}

export function createRole(customer: FakeCustomer, caller: UserRecord, request: SaveRole): Role {
  demandManage(caller)
  demandFields(request, null)
  demandOwn(caller, request.permissions)
  made += 1
  const role: FakeRole = {
    id: `role-own-${made}`,
    version: 1,
    built_in: null,
    name: request.name.trim(),
    permissions: inOrder(request.permissions),
  }
  ROLES.push(role)
  customer.roleSaved('role_created', caller)
  return show(customer, caller, role, true)
}

export function changeRole(
  customer: FakeCustomer,
  caller: UserRecord,
  id: string,
  version: number,
  request: SaveRole,
): Role {
  const role = demandChange(caller, id, version)
  demandFields(request, id)
  demandOwn(caller, request.permissions)
  const same =
    permissionsOf([], request.permissions).join() === permissionsOf([], role.permissions).join()
  if (!same) {
    const others = ROLES.filter(
      (other) => other.id !== id && caller.role_ids.includes(other.id),
    ).map((other) => other.id)
    const after = permissionsOf(others, [...(caller.direct ?? []), ...request.permissions])
    if (caller.role_ids.includes(id) && after.join() !== heldBy(caller).join()) {
      throw refuse('own_access')
    }
    demandMembers(customer, caller, id, request.permissions)
    const isOn = customer.security.approves && membersOf(customer, id).length > 0
    demandDirect(isOn, role.permissions, request.permissions)
  }
  save(role, request)
  customer.roleSaved('role_changed', caller)
  return show(customer, caller, role, true)
}

/** A second administrator has agreed to what people gain by it. */
export function agreeToRole(customer: FakeCustomer, by: UserRecord, request: CriticalRole): void {
  save(find(request.role_id), request)
  customer.roleSaved('role_changed', by)
}

/** The role that a change is about, as it stands. */
export function roleIfAny(id: string): FakeRole | null {
  return ROLES.find((role) => role.id === id) ?? null
}

function save(role: FakeRole, request: SaveRole): void {
  role.name = request.name.trim()
  role.permissions = inOrder(request.permissions)
  role.version += 1
}

export function deleteRole(
  customer: FakeCustomer,
  caller: UserRecord,
  id: string,
  version: number,
  request: DeleteRole,
): RoleDeleted {
  const role = demandChange(caller, id, version)
  const instead = request.replacement_id ? find(request.replacement_id) : null
  demandOwn(caller, instead?.permissions ?? [])
  if (caller.role_ids.includes(id)) {
    throw refuse('own_access')
  }
  demandMembers(customer, caller, id, instead?.permissions ?? [])
  const isOn = customer.security.approves && membersOf(customer, id).length > 0
  demandDirect(isOn, role.permissions, instead?.permissions ?? [])
  return replace(customer, caller, role, instead)
}

/** A second administrator has agreed to what people gain by the role in its place. */
export function replaceRole(
  customer: FakeCustomer,
  by: UserRecord,
  request: { role_id: string; replacement_id: string },
): void {
  replace(customer, by, find(request.role_id), find(request.replacement_id))
}

function replace(
  customer: FakeCustomer,
  caller: UserRecord,
  role: FakeRole,
  instead: FakeRole | null,
): RoleDeleted {
  const { id } = role
  const members = membersOf(customer, id)
  for (const user of members) {
    user.role_ids = [
      ...new Set([
        ...user.role_ids.filter((kept) => kept !== id),
        ...(instead ? [instead.id] : []),
      ]),
    ]
    user.version += 1
  }
  ROLES.splice(ROLES.indexOf(role), 1)
  customer.roleSaved('role_deleted', caller)
  return { members: members.length }
}

function find(id: string): FakeRole {
  const role = ROLES.find((role) => role.id === id)
  if (!role) {
    throw refuse('not_found')
  }
  return role
}

function membersOf(customer: FakeCustomer, id: string): UserRecord[] {
  return [...customer.users.values()].filter((user) => user.role_ids.includes(id))
}

function show(customer: FakeCustomer, caller: UserRecord, role: FakeRole, count: boolean): Role {
  const own = heldBy(caller)
  return {
    ...role,
    grantable: role.permissions.every((permission) => own.includes(permission)),
    refusal: refusalOf(caller, role),
    members: count && caller.scope.kind === 'all' ? membersOf(customer, role.id).length : null,
  }
}

function refusalOf(caller: UserRecord, role: FakeRole): ErrorCode | null {
  try {
    demandManage(caller)
    demandOwnKind(role)
    demandOwn(caller, role.permissions)
    return null
  } catch (refused) {
    return IpcFailure.from(refused).code as ErrorCode
  }
}

function demandChange(caller: UserRecord, id: string, version: number): FakeRole {
  demandManage(caller)
  const role = find(id)
  demandOwnKind(role)
  demandOwn(caller, role.permissions)
  if (role.version !== version) {
    throw refuse('stale')
  }
  return role
}

function demandManage(caller: UserRecord): void {
  demand(caller, 'roles.manage')
  if (caller.scope.kind !== 'all') {
    throw refuse('outside_locations')
  }
}

function demandOwnKind(role: FakeRole): void {
  if (role.built_in) {
    throw refuse('role_built_in')
  }
}

function demandOwn(caller: UserRecord, permissions: readonly Permission[]): void {
  const own = heldBy(caller)
  const more = permissions.filter((permission) => !own.includes(permission))
  if (more.length > 0) {
    throw refuse('grants_more', { permissions: more.join(', ') })
  }
}

function demandMembers(
  customer: FakeCustomer,
  caller: UserRecord,
  id: string,
  after: readonly Permission[],
): void {
  const own = heldBy(caller)
  const others = membersOf(customer, id).filter((user) => user.id !== caller.id)
  const more = others.flatMap(heldBy).filter((permission) => !own.includes(permission))
  if (more.length > 0) {
    throw refuse('target_holds_more', { permissions: [...new Set(more)].join(', ') })
  }
  if (after.includes('administrators.manage') && others.some(({ scope }) => scope.kind !== 'all')) {
    throw refuse('administrator_limited')
  }
}

function demandFields({ name, permissions }: SaveRole, id: string | null): void {
  const errors: FieldError[] = []
  const folded = (text: string) => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
  if (folded(name) === '') {
    errors.push({ field: 'name', code: 'required' })
  } else if ([...name.trim()].length > LONGEST_NAME) {
    errors.push({ field: 'name', code: 'too_long', params: { max: String(LONGEST_NAME) } })
  } else if (ROLES.some((role) => role.id !== id && folded(role.name ?? '') === folded(name))) {
    errors.push({ field: 'name', code: 'taken' })
  }
  if (permissions.length === 0) {
    errors.push({ field: 'permissions', code: 'too_few', params: { min: '1' } })
  }
  if (errors.length > 0) {
    throw new IpcFailure({ code: 'invalid_fields', params: {}, errors })
  }
  demandComplete(permissions, permissions)
}

function inOrder(chosen: readonly Permission[]): Permission[] {
  return CATALOGUE.map(({ permission }) => permission).filter((each) => chosen.includes(each))
}
