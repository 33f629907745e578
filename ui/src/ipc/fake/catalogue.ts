import type { Area, BuiltInRole, CataloguePermission, Permission, Role } from '../types'
import type { UserRecord } from './record'

type Extras = Partial<Omit<CataloguePermission, 'permission' | 'area'>>

function entry(permission: Permission, area: Area, extras: Extras = {}): CataloguePermission {
  return {
    permission,
    area,
    prerequisite: null,
    location_scoped: false,
    needs_second_factor: false,
    critical: false,
    needs_approval: false,
    precondition: null,
    ...extras,
  }
}

const warned = { critical: true }
const critical = { critical: true, needs_approval: true }
const byLocation = { location_scoped: true }

/** The permission catalogue; the real table is `crates/domain/src/permission.rs`. */
export const CATALOGUE: CataloguePermission[] = [
  entry('users.view', 'administration'),
  entry('users.manage', 'administration', { ...critical, prerequisite: 'users.view' }),
  entry('administrators.manage', 'administration', { ...critical, prerequisite: 'users.manage' }),
  entry('roles.manage', 'administration', { ...critical, prerequisite: 'users.view' }),
  entry('locations.view', 'administration', byLocation),
  entry('locations.manage', 'administration', { ...critical, prerequisite: 'locations.view' }),
  entry('activity.view', 'administration'),
  entry('security.manage', 'administration', critical),
  entry('buyers.view', 'billing'),
  entry('buyers.edit', 'billing', { prerequisite: 'buyers.view' }),
  entry('subscriptions.view', 'billing'),
  entry('subscriptions.edit', 'billing', { prerequisite: 'subscriptions.view' }),
  entry('invoices.view', 'billing'),
  entry('invoices.edit', 'billing', { prerequisite: 'invoices.view' }),
  entry('transactions.view', 'transactions', byLocation),
  entry('transactions.edit', 'transactions', { ...byLocation, prerequisite: 'transactions.view' }),
  entry('transactions.moto', 'transactions', byLocation),
  entry('transactions.credit', 'transactions', {
    ...byLocation,
    ...critical,
    prerequisite: 'transactions.view',
    needs_second_factor: true,
  }),
  entry('transactions.decrypt_pan', 'transactions', {
    ...byLocation,
    ...critical,
    prerequisite: 'transactions.view',
    needs_second_factor: true,
  }),
  entry('payouts.view', 'payouts', {
    ...byLocation,
    ...critical,
    precondition: 'acquirer_agreement',
  }),
  entry('batch.submit', 'transactions', byLocation),
  entry('statistics.view', 'reporting', byLocation),
  entry('reports.view', 'reporting', byLocation),
  entry('account.settings', 'account', warned),
  entry('account.plans', 'account'),
  entry('account.discounts', 'account'),
  entry('account.billing', 'account'),
  entry('api.credentials', 'integration', critical),
  entry('api.webhooks', 'integration'),
  entry('sync.use', 'integration', { precondition: 'production' }),
]

/** What each built-in role allows; the real table is `crates/domain/src/role.rs`. */
const ROLE_PERMISSIONS: Record<BuiltInRole, Permission[]> = {
  merchant_administrator: CATALOGUE.map(({ permission }) => permission),
  location_administrator: [
    'users.view',
    'users.manage',
    'locations.view',
    'transactions.view',
    'transactions.edit',
    'transactions.moto',
    'statistics.view',
  ],
  finance: [
    'locations.view',
    'buyers.view',
    'subscriptions.view',
    'invoices.view',
    'invoices.edit',
    'transactions.view',
    'transactions.edit',
    'transactions.credit',
    'payouts.view',
    'batch.submit',
    'statistics.view',
    'reports.view',
    'account.billing',
  ],
  cashier: ['locations.view', 'transactions.view', 'transactions.moto'],
  support: [
    'users.view',
    'locations.view',
    'buyers.view',
    'subscriptions.view',
    'invoices.view',
    'transactions.view',
  ],
  developer: ['transactions.view', 'api.credentials', 'api.webhooks'],
  auditor: [
    'users.view',
    'locations.view',
    'activity.view',
    'buyers.view',
    'subscriptions.view',
    'invoices.view',
    'transactions.view',
    'statistics.view',
    'reports.view',
  ],
}

/** A role without what depends on who looks. */
export type FakeRole = Omit<Role, 'grantable' | 'refusal' | 'members'>

const BUILT_IN: FakeRole[] = (Object.keys(ROLE_PERMISSIONS) as BuiltInRole[]).map((built_in) => ({
  id: `role-${built_in}`,
  version: 1,
  built_in,
  name: null,
  permissions: ROLE_PERMISSIONS[built_in],
}))

/** The built-in roles, most powerful first, then own ones. */
export const ROLES: FakeRole[] = [...BUILT_IN]

/** Forgets own roles, for a fresh fake service. */
export function forgetOwnRoles(): void {
  ROLES.length = BUILT_IN.length
}

/** What roles allow together, in the order of the catalogue. */
export function permissionsOf(
  roleIds: readonly string[],
  direct: readonly Permission[] = [],
): Permission[] {
  const held = new Set([
    ...ROLES.filter((role) => roleIds.includes(role.id)).flatMap((role) => role.permissions),
    ...direct,
  ])
  return CATALOGUE.map(({ permission }) => permission).filter((permission) => held.has(permission))
}

/** Everything that a user holds. */
export function heldBy(user: UserRecord): Permission[] {
  return permissionsOf(user.role_ids, user.direct)
}

/** What a permission rests on, itself first. */
export function chainOf(permission: Permission): Permission[] {
  const needed = CATALOGUE.find((entry) => entry.permission === permission)?.prerequisite
  return needed ? [permission, ...chainOf(needed)] : [permission]
}
