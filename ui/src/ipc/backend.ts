import type {
  AccessExplanation,
  AddedAuthenticator,
  AnsweredRequest,
  AnswerRequest,
  AskChange,
  AuditExport,
  AuditPage,
  AuditQuery,
  AuditVerification,
  AuthRequestStatus,
  ChangeAlias,
  ChangePermissions,
  ChangeProfile,
  ChangeRoles,
  ChangeScope,
  ChangeTerminal,
  ConfirmingDevices,
  Connected,
  ConvertUser,
  CopyView,
  CreateCustomer,
  CreateTerminal,
  CreateUser,
  Customer,
  CustomerRecoveryPage,
  DeleteRole,
  DeviceSecurity,
  EnrolledOutcome,
  EntryFacts,
  Errand,
  FactorMethod,
  FieldError,
  FirstCodes,
  HelperList,
  HolderPage,
  HolderQuery,
  ImportStep,
  KeyPlaces,
  LinkOutcome,
  LocationGroupDeleted,
  LocationGroupDetail,
  LocationGroupList,
  LocationPage,
  LocationQuery,
  LocationRequest,
  LocationRequestPage,
  LocationRequestQuery,
  Manners,
  Me,
  OwnAuthRequest,
  OwnExternalIdentity,
  OwnSecondFactors,
  PasskeySignIn,
  PassphraseChange,
  PasswordRules,
  PendingChange,
  PendingChangeList,
  Permission,
  PermissionCatalogue,
  PlaceQuery,
  PolicyPreview,
  Preferences,
  Profile,
  ProposeCorrection,
  ProposedCorrection,
  ProviderCustomer,
  ProviderCustomerPage,
  ProviderCustomerQuery,
  ProviderLocation,
  ProviderLocationPage,
  Purpose,
  RaisedAuthRequest,
  Recovery,
  RecoveryCodes,
  RecoveryList,
  RecoveryQuery,
  RequestLocation,
  Role,
  RoleDeleted,
  RoleDetail,
  RoleList,
  RoleQuery,
  SaveCustomer,
  SavedFilter,
  SavedFilterList,
  SaveFilter,
  SaveLocation,
  SaveLocationGroup,
  SaveRole,
  SecurityPolicy,
  SecurityPolicyView,
  SentCode,
  SheetWords,
  ShownCode,
  ShownFactor,
  ShownSetup,
  SignedInDevices,
  SignInOutcome,
  SignInWays,
  StartRecovery,
  StartUp,
  Statistics,
  StatisticsQuery,
  SteppedUp,
  TakenCode,
  TypedAccount,
  UpdateStatus,
  User,
  UserCountQuery,
  UserCounts,
  UserPage,
  UserQuery,
  VaultCopy,
  VaultEntry,
  VaultView,
  WaitingRequestPage,
  WasAt,
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
  listSignInWays(): Promise<SignInWays>
  /** Signs in with another provider; answers once the browser came back, and shows it `title` and `body`. */
  signInInBrowser(title: string, body: string): Promise<SignInOutcome>
  openBrowserAgain(): Promise<null>
  /** What waits for the browser is refused with `browser_wait_stopped`. */
  stopBrowserWait(): Promise<null>
  setExpiredPassword(signInId: string, newPassword: string): Promise<SignInOutcome>
  showSecondFactor(signInId: string, method: FactorMethod, code: string): Promise<SignInOutcome>
  /** Mails one more code of a sign-in. */
  sendMailedCode(signInId: string): Promise<SentCode>
  /** Asks the person's other device about a sign-in; its number is typed there. */
  raiseAuthRequest(signInId: string): Promise<RaisedAuthRequest>
  readRaisedAuthRequest(signInId: string, authRequestId: string): Promise<AuthRequestStatus>
  /** Asks the person's other device for a fresh proof, in place of a code. */
  raiseStepUpRequest(password: string, purpose: Purpose): Promise<RaisedAuthRequest>
  readStepUpRequest(authRequestId: string): Promise<AuthRequestStatus>
  /** What waits for an answer on this device. */
  readOwnAuthRequest(): Promise<OwnAuthRequest>
  /** Has it told from now on when that changes; whether it is already. */
  watchAuthRequests(): Promise<boolean>
  approveAuthRequest(authRequestId: string, number: string): Promise<AuthRequestStatus>
  refuseAuthRequest(authRequestId: string): Promise<AuthRequestStatus>
  listConfirmingDevices(): Promise<ConfirmingDevices>
  /** Lets this device confirm the caller's sign-ins elsewhere. */
  enrolConfirmingDevice(): Promise<ConfirmingDevices>
  removeConfirmingDevice(deviceId: string): Promise<ConfirmingDevices>
  /** Brings the window before everything else, where the system lets it. */
  comeToFront(): Promise<null>
  /** Shows once more that it is the person; the code where the second factor is active. */
  stepUp(password: string, secondFactor: ShownFactor | null): Promise<SteppedUp>
  /** Shows a passkey in the system's browser, which then shows `title` and `body`. */
  showPasskey(signInId: string, title: string, body: string): Promise<SignInOutcome>
  /** Begins a sign-in with a passkey in place of name and password; its number is typed in the browser. */
  beginPasskeySignIn(): Promise<PasskeySignIn>
  /** Goes on with it in the system's browser, which then shows `title` and `body`. */
  signInWithPasskey(signInId: string, title: string, body: string): Promise<SignInOutcome>
  /** As `stepUp`, with a passkey in place of the code. */
  stepUpWithPasskey(password: string, title: string, body: string): Promise<SteppedUp>
  beginSignInSetup(signInId: string): Promise<ShownSetup>
  completeSignInSetup(
    signInId: string,
    setupId: string,
    name: string,
    code: string,
  ): Promise<EnrolledOutcome>
  /** A passkey in place of the app, in the system's browser, which then shows `title` and `body`. */
  setUpSignInPasskey(signInId: string, title: string, body: string): Promise<EnrolledOutcome>
  requestPasswordReset(signInName: string): Promise<null>
  /** What is wrong with a password that is still being typed; asks nobody. */
  checkPassword(password: string, names: string[], rules: PasswordRules): Promise<FieldError[]>
  changeOwnPassword(currentPassword: string, newPassword: string): Promise<null>
  reportLeakedPassword(currentPassword: string, keepConfirmingDevices: boolean): Promise<null>
  signOut(): Promise<null>
  me(): Promise<Me>

  listUsers(customerId: string, query: UserQuery): Promise<UserPage>
  /** Whether the list can be read while the service is away, and how old it is. */
  readOfflineCopy(customerId: string): Promise<CopyView>
  listOfflineUsers(customerId: string, query: UserQuery): Promise<UserPage>
  readUser(customerId: string, userId: string): Promise<User>
  createUser(customerId: string, request: CreateUser, idempotencyKey: string): Promise<User>
  inviteUser(customerId: string, userId: string, idempotencyKey: string): Promise<LinkOutcome>
  deactivateUser(customerId: string, userId: string, version: number): Promise<User>
  reactivateUser(customerId: string, userId: string, version: number): Promise<User>
  deleteUser(customerId: string, userId: string, version: number): Promise<User>
  restoreUser(customerId: string, userId: string, version: number): Promise<User>
  adoptUser(customerId: string, userId: string, version: number): Promise<User>
  countUsers(customerId: string, query: UserCountQuery): Promise<UserCounts>
  convertUser(
    customerId: string,
    userId: string,
    version: number,
    request: ConvertUser,
  ): Promise<User>
  changeRoles(
    customerId: string,
    userId: string,
    version: number,
    request: ChangeRoles,
  ): Promise<User>

  changePermissions(
    customerId: string,
    userId: string,
    version: number,
    request: ChangePermissions,
  ): Promise<User>
  changeScope(
    customerId: string,
    userId: string,
    version: number,
    request: ChangeScope,
  ): Promise<User>
  sendResetLink(customerId: string, userId: string, idempotencyKey: string): Promise<LinkOutcome>
  unlockUser(customerId: string, userId: string, version: number): Promise<User>

  readSecurityPolicy(customerId: string): Promise<SecurityPolicyView>
  previewSecurityPolicy(customerId: string, policy: SecurityPolicy): Promise<PolicyPreview>
  changeSecurityPolicy(
    customerId: string,
    version: number,
    policy: SecurityPolicy,
  ): Promise<SecurityPolicyView>

  listRoles(customerId: string, query: RoleQuery): Promise<RoleList>
  readRole(customerId: string, roleId: string): Promise<RoleDetail>
  createRole(customerId: string, request: SaveRole, idempotencyKey: string): Promise<Role>
  changeRole(customerId: string, roleId: string, version: number, request: SaveRole): Promise<Role>
  deleteRole(
    customerId: string,
    roleId: string,
    version: number,
    request: DeleteRole,
  ): Promise<RoleDeleted>
  explainAccess(
    customerId: string,
    userId: string,
    permission: Permission,
    query: PlaceQuery,
  ): Promise<AccessExplanation>
  listHolders(customerId: string, permission: Permission, query: HolderQuery): Promise<HolderPage>
  listHelpers(customerId: string, permission: Permission): Promise<HelperList>
  listPermissions(): Promise<PermissionCatalogue>
  listLocations(customerId: string, query: LocationQuery): Promise<LocationPage>
  listLocationGroups(customerId: string): Promise<LocationGroupList>
  readLocationGroup(customerId: string, groupId: string): Promise<LocationGroupDetail>
  createLocationGroup(
    customerId: string,
    request: SaveLocationGroup,
    idempotencyKey: string,
  ): Promise<LocationGroupDetail>
  changeLocationGroup(
    customerId: string,
    groupId: string,
    version: number,
    request: SaveLocationGroup,
  ): Promise<LocationGroupDetail>
  deleteLocationGroup(
    customerId: string,
    groupId: string,
    version: number,
  ): Promise<LocationGroupDeleted>
  listAuditEvents(customerId: string, query: AuditQuery): Promise<AuditPage>
  verifyAuditEvents(customerId: string): Promise<AuditVerification>
  /** Saves the entries among the downloads; gives the name of the file. */
  exportAuditEvents(customerId: string, request: AuditExport): Promise<string>
  /** Opens the folder of the downloads. */
  /** Saves a table as a file; the first row holds the headings. Gives the name of the file. */
  saveTable(rows: string[][]): Promise<string>
  showDownloads(): Promise<null>
  readStatistics(customerId: string, query: StatisticsQuery): Promise<Statistics>

  readProfile(): Promise<Profile>
  changeProfile(version: number, request: ChangeProfile): Promise<Profile>
  changeEmail(email: string, password: string): Promise<Profile>
  stopDataChange(): Promise<Profile>
  acceptMembership(customerId: string, password: string): Promise<Me>
  declineMembership(customerId: string): Promise<Me>
  leaveCustomer(customerId: string): Promise<Me>
  listOwnSessions(): Promise<SignedInDevices>
  endOwnSession(sessionId: string): Promise<null>
  endOwnOtherSessions(): Promise<null>
  listUserSessions(customerId: string, userId: string): Promise<SignedInDevices>
  endUserSession(customerId: string, userId: string, sessionId: string): Promise<null>
  endUserSessions(customerId: string, userId: string): Promise<null>
  resetSecondFactor(customerId: string, userId: string): Promise<User>
  changeAlias(customerId: string, version: number, request: ChangeAlias): Promise<Customer>
  proposeCorrection(
    customerId: string,
    userId: string,
    request: ProposeCorrection,
  ): Promise<ProposedCorrection>

  readOwnExternalIdentity(): Promise<OwnExternalIdentity>
  /** Links one's account at the other provider; answers once the browser came back. */
  linkInBrowser(title: string, body: string): Promise<OwnExternalIdentity>
  /** Signs in at the other provider anew, for whoever has no password here; answers once the browser came back. */
  stepUpInBrowser(title: string, body: string): Promise<SteppedUp>
  unlinkExternalIdentity(): Promise<OwnExternalIdentity>
  listOwnSecondFactors(): Promise<OwnSecondFactors>
  /** A secret for an authenticator app, shown this once: keep it in no cache. */
  beginAuthenticatorSetup(): Promise<ShownSetup>
  addAuthenticator(
    setupId: string,
    name: string,
    code: string,
    currentPassword: string,
  ): Promise<AddedAuthenticator>
  renameAuthenticator(authenticatorId: string, name: string): Promise<OwnSecondFactors>
  removeAuthenticator(authenticatorId: string): Promise<OwnSecondFactors>
  /** Opens the page on which a passkey is set up; gives until when it waits. */
  beginPasskeySetup(): Promise<string>
  renamePasskey(passkeyId: string, name: string): Promise<OwnSecondFactors>
  removePasskey(passkeyId: string): Promise<OwnSecondFactors>
  /** New recovery codes, shown this once: keep them in no cache. */
  renewRecoveryCodes(): Promise<RecoveryCodes>
  /** Saves a sheet with recovery codes as a file; gives its name. */
  saveRecoveryCodes(sheet: string): Promise<string>
  /** How well this computer is secured, as far as its system tells. */
  readDeviceSecurity(): Promise<DeviceSecurity>

  /** Where the vault stands; the first look opens it with the key of the keychain. */
  readVault(): Promise<VaultView>
  /** How many seconds the clock is late (ahead below 0); null while it is right enough. */
  readClockError(): Promise<number | null>
  createVault(inKeychain: boolean, passphrase: string | null): Promise<VaultView>
  unlockVault(passphrase: string | null, copy: VaultCopy): Promise<VaultView>
  lockVault(): Promise<VaultView>
  /** Somebody uses the app: an open vault stays open for another while. */
  keepVaultOpen(): Promise<null>
  /** Saves a sealed copy among the downloads; gives the name of the file. */
  saveVaultBackup(passphrase: string): Promise<string>
  /** Saves a list of addresses with every seed; `current` is the passphrase that opens the vault. */
  savePlainCodes(current: string | null): Promise<string>
  /** Saves a page to be printed, with every seed as a QR code. */
  saveCodeSheet(current: string | null, words: SheetWords): Promise<string>
  /** Where the keys of this computer are kept. */
  readKeyPlaces(): Promise<KeyPlaces>
  /** Changes what opens the vault; `current` is the passphrase that opens it now. */
  changeVaultWays(
    current: string | null,
    inKeychain: boolean,
    change: PassphraseChange,
    passphrase: string | null,
  ): Promise<VaultView>
  /** The entries and the codes of so many rows, for a first picture; nothing while the vault is closed. */
  readFirstCodes(rows: number): Promise<FirstCodes | null>
  listVaultEntries(byUse: boolean): Promise<VaultEntry[]>
  /** Codes of the rows that are in sight: keep them in no cache. */
  showCodes(entryIds: string[]): Promise<ShownCode[]>
  /** Puts a code on the clipboard. */
  takeCode(entryId: string): Promise<TakenCode>
  addAccountByLink(link: string): Promise<VaultEntry>
  addTypedAccount(account: TypedAccount): Promise<VaultEntry>
  /** Asks for a file in the dialog of the system, and looks at it. */
  chooseImport(title: string): Promise<ImportStep>
  /** Looks at the file that was dropped onto the window. */
  takeDroppedImport(): Promise<ImportStep>
  /** Whether a link that somebody opened waits to be looked at. */
  linkWaits(): Promise<boolean>
  /** Looks at it; while the vault is locked it goes on waiting. */
  takeLink(): Promise<ImportStep>
  /** Looks at the picture or the text on the clipboard. */
  pasteImport(): Promise<ImportStep>
  /** Looks at what is on the screen, with the window of the app out of the way. */
  captureImport(): Promise<ImportStep>
  /** Looks into what is sealed with a password. */
  openImport(password: string): Promise<ImportStep>
  /** Keeps what was chosen, by its place; gives how many were added. */
  completeImport(places: number[], replace: boolean): Promise<number>
  /** Forgets what was looked at. */
  forgetImport(): Promise<null>
  /** Sets an authenticator up in the vault; the recovery codes are shown this once. */
  setUpOnThisComputer(name: string, currentPassword: string): Promise<AddedAuthenticator>
  /** Whether the open vault holds what signs this person in. */
  offersSignInCode(signInName: string): Promise<boolean>
  /** The code of the moment: keep it in no cache. */
  fillSignInCode(signInName: string): Promise<string>
  changeVaultEntry(entryId: string, facts: EntryFacts): Promise<VaultEntry>
  removeVaultEntry(entryId: string): Promise<null>

  listSavedFilters(customerId: string): Promise<SavedFilterList>
  createSavedFilter(
    customerId: string,
    request: SaveFilter,
    idempotencyKey: string,
  ): Promise<SavedFilter>
  changeSavedFilter(
    customerId: string,
    filterId: string,
    version: number,
    request: SaveFilter,
  ): Promise<SavedFilter>
  deleteSavedFilter(customerId: string, filterId: string, version: number): Promise<null>

  listPendingChanges(customerId: string): Promise<PendingChangeList>
  askChange(customerId: string, request: AskChange, idempotencyKey: string): Promise<PendingChange>
  grantPendingChange(customerId: string, changeId: string): Promise<PendingChange>
  refusePendingChange(customerId: string, changeId: string): Promise<PendingChange>
  withdrawPendingChange(customerId: string, changeId: string): Promise<PendingChange>

  listLocationRequests(
    customerId: string,
    query: LocationRequestQuery,
  ): Promise<LocationRequestPage>
  requestLocation(
    customerId: string,
    request: RequestLocation,
    idempotencyKey: string,
  ): Promise<LocationRequest>
  withdrawLocationRequest(
    customerId: string,
    requestId: string,
    version: number,
  ): Promise<LocationRequest>

  /** From here on for operators of the payment provider only; `not_found` to everybody else. */
  searchCustomers(query: ProviderCustomerQuery): Promise<ProviderCustomerPage>
  createCustomer(request: CreateCustomer, idempotencyKey: string): Promise<ProviderCustomer>
  readProviderCustomer(customerId: string): Promise<ProviderCustomer>
  changeCustomer(
    customerId: string,
    version: number,
    request: SaveCustomer,
  ): Promise<ProviderCustomer>
  listProviderLocations(customerId: string, query: LocationQuery): Promise<ProviderLocationPage>
  createLocation(
    customerId: string,
    request: SaveLocation,
    idempotencyKey: string,
  ): Promise<ProviderLocation>
  changeLocation(
    customerId: string,
    locationId: string,
    version: number,
    request: SaveLocation,
  ): Promise<ProviderLocation>
  createTerminal(
    customerId: string,
    locationId: string,
    request: CreateTerminal,
    idempotencyKey: string,
  ): Promise<ProviderLocation>
  changeTerminal(
    customerId: string,
    terminalId: string,
    version: number,
    request: ChangeTerminal,
  ): Promise<ProviderLocation>
  listWaitingRequests(query: LocationRequestQuery): Promise<WaitingRequestPage>
  answerLocationRequest(
    customerId: string,
    requestId: string,
    version: number,
    request: AnswerRequest,
  ): Promise<AnsweredRequest>
  listAllRecoveries(query: RecoveryQuery): Promise<CustomerRecoveryPage>
  listRecoveries(customerId: string): Promise<RecoveryList>
  startRecovery(
    customerId: string,
    request: StartRecovery,
    idempotencyKey: string,
  ): Promise<Recovery>
  finishRecovery(customerId: string, recoveryId: string): Promise<Recovery>
  stopRecovery(customerId: string, recoveryId: string): Promise<Recovery>

  copyText(text: string): Promise<null>
  /** Opens the print dialog of the system for what the window shows. */
  printPage(): Promise<null>
  openExternal(url: string): Promise<null>
  savePreferences(preferences: Preferences): Promise<null>
  /** How the app behaves on this desktop, and what cannot be. */
  readManners(): Promise<Manners>
  /** Chooses whether the app goes on in the tray when its window is closed. */
  chooseCloseToTray(stay: boolean): Promise<Manners>
  chooseAutostart(start: boolean): Promise<Manners>
  /** Chooses the shortcut that leads to the codes from everywhere, as in `Control+Alt+K`, or none. */
  chooseShortcut(keys: string | null): Promise<Manners>
  /** What somebody asked outside of the page; each is told once. */
  takeErrand(): Promise<Errand | null>
  /** Answers the window's being closed: to go on in the tray, to end, or nothing now. */
  answerClose(stay: boolean | null): Promise<null>
  /** The page has something to show: its window may be seen. */
  pageDrawn(): Promise<null>
  /** Lets the page go; the next one is told where the person was, if anybody is signed in. */
  releasePage(wasAt: WasAt | null): Promise<null>

  readUpdates(): Promise<UpdateStatus>
  /** Looks at the feed now. */
  lookForUpdates(): Promise<UpdateStatus>
  /** Fetches what is offered and installs it, as far as the kind of package can; why not stands in the reply. */
  installUpdate(): Promise<UpdateStatus>
  /** Keeps in mind when the person wants it, or that they do not any more. */
  planUpdate(at: string | null): Promise<UpdateStatus>
  skipUpdate(): Promise<UpdateStatus>
  /** Starts the app again where a new version is in place; the person comes back to where they were. */
  restartUpdated(wasAt: WasAt): Promise<null>

  /** Calls back when the service becomes reachable or stops being so. */
  onConnectionChanged(listener: (online: boolean) => void): Unsubscribe
  /** Calls back when what this device is asked changed, and whether it will for the next change too. */
  onAuthRequestsChanged(listener: (live: boolean) => void): Unsubscribe
  /** Calls back when the vault has locked itself. */
  onVaultLocked(listener: () => void): Unsubscribe
  /** Calls back when a file was dropped onto the window. */
  onFileDropped(listener: () => void): Unsubscribe
  /** Calls back when there is an errand to take. */
  onErrandGiven(listener: () => void): Unsubscribe
  /** Calls back when nobody has seen the page for long, and it may say that it can go. */
  onPageReleaseAsked(listener: () => void): Unsubscribe
  /** Calls back when the core has ended the session, with a stable word for the reason. */
  onSignedOut(listener: (reason: string) => void): Unsubscribe
  /** Calls back when updates stand differently. */
  onUpdateChanged(listener: (status: UpdateStatus) => void): Unsubscribe
}
