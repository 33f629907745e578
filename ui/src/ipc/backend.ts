import type {
  AuditPage,
  ChangeRoles,
  Connected,
  CreateUser,
  InvitationOutcome,
  LocationPage,
  LocationQuery,
  Me,
  PermissionCatalogue,
  Preferences,
  RoleList,
  SignInOutcome,
  StartUp,
  User,
  UserPage,
  UserQuery,
} from './types'

/** Ends a subscription. */
export type Unsubscribe = () => void

/**
 * The app core as the screens see it. Every call rejects with an `IpcFailure` and nothing else.
 * Two things satisfy it: the real bridge and, in the `fake` mode only, the fake back end.
 */
export interface Backend {
  startUp(): Promise<StartUp>
  connect(serverUrl: string): Promise<Connected>
  signIn(signInName: string, password: string): Promise<SignInOutcome>
  signOut(): Promise<null>
  me(): Promise<Me>

  listUsers(customerId: string, query: UserQuery): Promise<UserPage>
  readUser(customerId: string, userId: string): Promise<User>
  createUser(customerId: string, request: CreateUser, idempotencyKey: string): Promise<User>
  inviteUser(customerId: string, userId: string, idempotencyKey: string): Promise<InvitationOutcome>
  deactivateUser(customerId: string, userId: string, version: number): Promise<User>
  reactivateUser(customerId: string, userId: string, version: number): Promise<User>
  changeRoles(
    customerId: string,
    userId: string,
    version: number,
    request: ChangeRoles,
  ): Promise<User>

  listRoles(customerId: string): Promise<RoleList>
  listPermissions(): Promise<PermissionCatalogue>
  listLocations(customerId: string, query: LocationQuery): Promise<LocationPage>
  listAuditEvents(
    customerId: string,
    targetId: string | null,
    cursor: string | null,
  ): Promise<AuditPage>

  copyText(text: string): Promise<null>
  openExternal(url: string): Promise<null>
  savePreferences(preferences: Preferences): Promise<null>

  /** Calls back when the service becomes reachable or stops being so. */
  onConnectionChanged(listener: (online: boolean) => void): Unsubscribe
  /** Calls back when the core has ended the session, with a stable word for the reason. */
  onSignedOut(listener: (reason: string) => void): Unsubscribe
}
