import type * as wire from './bindings'

/** What crosses the bridge, generated from `crates/contract` and the desktop's commands. */
export type * from './bindings'

/** Values that the wording of an error names, by name. */
export type Params = Record<string, string>

// Requests are written out in full: what the wire lets others leave out, we say.
export type AuditExport = Required<wire.AuditExport>
export type AuditQuery = Required<wire.AuditQuery>
export type CreateUser = Required<wire.CreateUser>
export type ProposeCorrection = Required<wire.ProposeCorrection>
export type LocationQuery = Required<wire.LocationQuery>
export type LocationRequestQuery = Required<wire.LocationRequestQuery>
export type ProviderCustomerQuery = Required<wire.ProviderCustomerQuery>
export type RecoveryQuery = Required<wire.RecoveryQuery>
export type RequestLocation = Required<wire.RequestLocation>
export type SaveLocation = Required<wire.SaveLocation>
export type StartRecovery = Required<wire.StartRecovery>
export type UserCountQuery = Required<wire.UserCountQuery>
export type UserQuery = Required<wire.UserQuery>
