/**
 * What crosses the bridge to the app core. Mirrors `crates/contract` and the desktop's commands
 * until `bindings.ts` is generated from them; the names stay the same.
 */

export type Timestamp = string
export type Params = Record<string, string>

export interface FieldError {
  field: string
  code: string
  params?: Params
}

/** Why a command failed. The wording is in the catalogues under `problem-{code}`. */
export interface IpcError {
  code: string
  params: Params
  errors: FieldError[]
}

export type Theme = 'system' | 'light' | 'dark'
export type LanguageChoice = 'system' | 'en' | 'de' | 'fr'
export type Language = 'en' | 'de' | 'fr'

export interface Preferences {
  theme: Theme
  language: LanguageChoice
  user_columns: string[]
  server_url: string | null
}

export interface KeyStorage {
  kind: 'keychain' | 'memory'
  name: string
  problem: string | null
}

export interface StartUp {
  app_version: string
  server_url: string | null
  key_storage: KeyStorage
  me: Me | null
  start_problem: IpcError | null
  preferences: Preferences
}

export type CustomerMode = 'live' | 'test'

export interface Customer {
  id: string
  number: string
  name: string
  alias: string | null
  mode: CustomerMode
  acquirer_agreement: boolean
}

export type BuiltInRole =
  | 'merchant_administrator'
  | 'location_administrator'
  | 'finance'
  | 'cashier'
  | 'support'
  | 'developer'
  | 'auditor'

export type Permission = string

export interface RoleLabel {
  id: string
  built_in: BuiltInRole | null
  name: string | null
}

export interface Role extends RoleLabel {
  permissions: Permission[]
  grantable: boolean
}

export interface RoleList {
  items: Role[]
}

export type ScopeKind = 'all' | 'only' | 'none_yet'

export interface Scope {
  kind: ScopeKind
  location_ids: string[]
}

export interface OwnMembership {
  customer: Customer
  roles: RoleLabel[]
  permissions: Permission[]
  scope: Scope
}

export interface Me {
  session_id: string
  user_id: string
  sign_in_name: string
  given_name: string
  family_name: string
  language: Language
  operator: boolean
  memberships: OwnMembership[]
}

export interface Connection {
  server_url: string
}

export interface SignInOutcome {
  kind: 'signed_in'
  me: Me
}

export type UserKind = 'verified' | 'unverified'
export type Origin = 'administrator' | 'operator'

export type UserStatusKind =
  | 'active'
  | 'not_invited'
  | 'activation_link_sent'
  | 'activation_link_expired'
  | 'deactivated'
  | 'locked_attempts'
  | 'locked_inactivity'
  | 'password_expired'
  | 'deleted'

export interface Status {
  kind: UserStatusKind
  since: Timestamp | null
  until: Timestamp | null
}

export interface PageInfo {
  next_cursor: string | null
  previous_cursor: string | null
  total: number | null
}

export interface UserRow {
  id: string
  version: number
  kind: UserKind
  sign_in_name: string
  given_name: string
  family_name: string
  status: Status
  origin: Origin
  roles: RoleLabel[]
  scope: ScopeKind
  location_count: number
  created_at: Timestamp
  last_sign_in_at: Timestamp | null
}

export interface UserPage {
  items: UserRow[]
  page: PageInfo
}

export type SortKey = 'name' | 'sign_in_name' | 'created_at' | 'last_sign_in_at'
export type SortOrder = 'ascending' | 'descending'

export interface UserQuery {
  search: string | null
  status: UserStatusKind[]
  role: string[]
  location: string[]
  kind: UserKind | null
  sort: SortKey
  order: SortOrder
  cursor: string | null
  limit: number | null
  count: boolean
}

export type UserAction = 'invite' | 'deactivate' | 'reactivate' | 'change_roles'

export interface ActionState {
  action: UserAction
  refusal: string | null
}

export interface User {
  id: string
  version: number
  kind: UserKind
  sign_in_name: string
  given_name: string
  family_name: string
  language: Language
  group_mailbox: boolean
  status: Status
  origin: Origin
  roles: RoleLabel[]
  permissions: Permission[]
  scope: Scope
  created_at: Timestamp
  last_sign_in_at: Timestamp | null
  actions: ActionState[]
}

export interface CreateUser {
  kind: UserKind
  email: string | null
  given_name: string
  family_name: string
  language: Language
  role_ids: string[]
  scope: Scope
  invite: boolean
}

export interface InvitationOutcome {
  user: User
  activation_link: string | null
}

export interface ChangeRoles {
  role_ids: string[]
}

export type Area =
  | 'administration'
  | 'billing'
  | 'transactions'
  | 'payouts'
  | 'reporting'
  | 'account'
  | 'integration'

export interface CataloguePermission {
  permission: Permission
  area: Area
  prerequisite: Permission | null
  location_scoped: boolean
  needs_second_factor: boolean
  critical: boolean
  precondition: 'acquirer_agreement' | 'production' | null
}

export interface PermissionCatalogue {
  items: CataloguePermission[]
}

export interface Terminal {
  id: string
  number: string
  name: string
  kind: 'point_of_sale' | 'webshop' | 'pay_gate' | 'moto'
}

export interface Location {
  id: string
  name: string
  website: string | null
  street: string | null
  postcode: string | null
  city: string | null
  country: string | null
  terminals: Terminal[]
}

export interface LocationPage {
  items: Location[]
  page: PageInfo
}

export interface LocationQuery {
  search: string | null
  cursor: string | null
  limit: number | null
}

export interface AuditEntry {
  id: string
  sequence: number
  at: Timestamp
  actor_id: string | null
  actor_name: string | null
  action: string
  target_id: string | null
  target_name: string | null
}

export interface AuditPage {
  items: AuditEntry[]
  page: PageInfo
}
