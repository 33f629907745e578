import { IpcFailure } from '../failure'
import type {
  ActionState,
  AuditAction,
  AuditPage,
  AuditQuery,
  ChangePermissions,
  ChangeRoles,
  ChangeScope,
  Colleague,
  ConvertUser,
  CreateUser,
  Customer,
  ErrorCode,
  HandOver,
  LinkOutcome,
  ProposeCorrection,
  ProposedCorrection,
  User,
  UserAction,
} from '../types'
import {
  demand,
  demandAction,
  demandDirect,
  demandGrant,
  isLastAdministrator,
  newlyGiven,
  refuse,
  sees,
} from './access'
import { FakeApprovals } from './approvals'
import { chainOf, heldBy, permissionsOf } from './catalogue'
import { coolingUntil, Directory, factorOf, roleLabels } from './directory'
import { rightsOf } from './explain'
import { demandAddress, demandFields, demandNew, demandScope, isGroupMailbox } from './fields'
import { Journal } from './journal'
import { demandComplete } from './ownRoles'
import { usernameOf } from './people'
import { LOCATIONS } from './places'
import { SAMPLE_QR } from './qr'
import { reached } from './reach'
import { HOUR, type Millis, statusOf, toTimestamp, type UserRecord } from './record'
import { FakeSecurity } from './security'

const LINK_LIFE = 48 * HOUR
const LINKS_AN_HOUR = 3
const ACTIONS: UserAction[] = [
  'invite',
  'deactivate',
  'reactivate',
  'delete',
  'restore',
  'convert',
  'adopt',
  'change_roles',
  'change_permissions',
  'change_scope',
  'send_reset_link',
  'unlock',
  'end_sessions',
  'reset_second_factor',
]

/** One customer of the fake service: its users, its activity, and what may be done with them. */
export class FakeCustomer {
  readonly directory = new Directory()
  readonly journal = new Journal()
  readonly security: FakeSecurity
  readonly approvals: FakeApprovals
  readonly users: Map<string, UserRecord>
  private readonly answered = new Map<string, { request: string; userId: string }>()
  private readonly linksMade = new Map<string, Millis[]>()
  private readonly now: () => Millis
  private created = 0

  /** The customer itself, where permissions depend on it. */
  readonly facts: Customer | undefined

  constructor(users: readonly UserRecord[], now: () => Millis, facts?: Customer) {
    this.facts = facts
    this.users = new Map(users.map((user) => [user.id, user]))
    this.now = now
    this.security = new FakeSecurity(this, now)
    this.approvals = new FakeApprovals(this, now)
    this.journal.remember(users.slice(0, 500), users[0] ?? null)
  }

  /** A user that the caller may know of. */
  find(caller: UserRecord, userId: string): UserRecord {
    demand(caller, 'users.view')
    const user = this.users.get(userId)
    if (!user || !sees(caller, user)) {
      throw refuse('not_found')
    }
    return user
  }

  show(caller: UserRecord, user: UserRecord): User {
    return {
      id: user.id,
      version: user.version,
      kind: user.kind,
      sign_in_name: user.sign_in_name,
      given_name: user.given_name,
      family_name: user.family_name,
      language: user.language,
      group_mailbox: user.group_mailbox,
      status: statusOf(user, this.now()),
      second_factor: factorOf(user),
      cooling_until: toTimestamp(coolingUntil(user, this.now())),
      origin: user.origin,
      sign_in_way: user.sign_in_way ?? 'password',
      ...this.linksLeft(user),
      adopted_at: toTimestamp(user.adopted_at ?? null),
      added_by: this.founder(caller, user),
      invited_by: user.invited_at === null ? null : this.founder(caller, user),
      roles: roleLabels(user.role_ids),
      permissions: heldBy(user).filter((held) =>
        chainOf(held).every((each) => heldBy(user).includes(each)),
      ),
      rights: rightsOf(user, this),
      scope: user.scope,
      location_count: (reached(user.scope).location_ids ?? []).length,
      created_at: toTimestamp(user.created_at),
      last_sign_in_at: toTimestamp(user.last_sign_in_at),
      actions: ACTIONS.map((action) => this.stateOf(caller, user, action)),
    }
  }

  create(caller: UserRecord, request: CreateUser, key: string): User {
    demand(caller, 'users.manage')
    const repeated = this.repeated(key, request)
    if (repeated) {
      return this.show(caller, repeated)
    }
    demandFields(request, LOCATIONS)
    demandGrant(caller, request.role_ids, request.scope)
    const isToWait = this.security.approves && request.ask_approval === true
    if (!isToWait) {
      demandDirect(this.security.approves, [], permissionsOf(request.role_ids))
    }
    const given = request.role_ids.filter(
      (id) => !isToWait || newlyGiven([], permissionsOf([id])).length === 0,
    )
    const email = request.email?.trim() ?? null
    if (email !== null) {
      demandNew(this.users.values(), email)
    }
    const now = this.now()
    this.created += 1
    const user: UserRecord = {
      id: `user-new-${this.created}`,
      version: 1,
      kind: request.kind,
      sign_in_name: email ?? usernameOf(1_000_000 + this.created),
      given_name: request.given_name.trim(),
      family_name: request.family_name.trim(),
      language: request.language,
      group_mailbox: email !== null && isGroupMailbox(email),
      origin: 'administrator',
      sign_in_way: request.sign_in_way,
      role_ids: given,
      scope: request.scope,
      created_at: now,
      accepted_at: null,
      deactivated_at: null,
      invited_at: null,
      invitation_expires_at: null,
      last_sign_in_at: null,
      locked_until: null,
      password_changed_at: null,
    }
    this.users.set(user.id, user)
    this.answered.set(key, { request: JSON.stringify(request), userId: user.id })
    this.saved('user_created', caller, user)
    if (given.length < request.role_ids.length) {
      this.approvals.askForNew(caller, user, request.role_ids)
    }
    if (request.invite && request.kind === 'verified') {
      this.sendLink(caller, user)
    }
    return this.show(caller, user)
  }

  invite(caller: UserRecord, userId: string, key: string): LinkOutcome {
    const user = this.find(caller, userId)
    const repeated = this.repeated(key, userId)
    if (repeated) {
      return { user: this.show(caller, repeated), hand_over: null }
    }
    demandAction(caller, user, 'invite', this.users.values(), this.now())
    if (this.linksLeft(user).links_left === 0) {
      throw refuse('too_many_requests', { retry_after: '3600' })
    }
    this.answered.set(key, { request: JSON.stringify(userId), userId })
    this.sendLink(caller, user)
    return {
      user: this.show(caller, user),
      hand_over: this.handOver(user, 'activate', LINK_LIFE),
    }
  }

  sendResetLink(caller: UserRecord, userId: string, key: string): LinkOutcome {
    const user = this.find(caller, userId)
    const repeated = this.repeated(key, `reset ${userId}`)
    if (repeated) {
      return { user: this.show(caller, repeated), hand_over: null }
    }
    demandAction(caller, user, 'send_reset_link', this.users.values(), this.now())
    this.answered.set(key, { request: JSON.stringify(`reset ${userId}`), userId })
    user.version += 1
    this.saved('password_reset_sent', caller, user)
    return {
      user: this.show(caller, user),
      hand_over: this.handOver(user, 'reset', HOUR),
    }
  }

  /** What somebody without a mailbox is given in person. */
  private handOver(user: UserRecord, page: string, life: Millis): HandOver | null {
    return user.kind === 'verified'
      ? null
      : {
          link: `https://id.example.com/account/${page}/sample-${user.id}-${user.version}`,
          qr: SAMPLE_QR,
          code: '482 915',
          expires_at: new Date(this.now() + life).toISOString(),
        }
  }

  resetSecondFactor(caller: UserRecord, userId: string): User {
    const user = this.find(caller, userId)
    demandAction(caller, user, 'reset_second_factor', this.users.values(), this.now())
    if (heldBy(user).includes('users.manage')) {
      throw refuse('approval_required')
    }
    // Mailed codes go on.
    user.second_factor = user.second_factor === 'mailed_code' ? 'mailed_code' : 'none'
    user.factor_reset_at = this.now()
    user.version += 1
    this.saved('second_factor_reset', caller, user)
    return this.show(caller, user)
  }

  unlock(caller: UserRecord, userId: string, version: number): User {
    const user = this.find(caller, userId)
    demandAction(caller, user, 'unlock', this.users.values(), this.now())
    this.demandVersion(user, version)
    user.locked_until = null
    user.version += 1
    this.saved('user_unlocked', caller, user)
    return this.show(caller, user)
  }

  setActive(caller: UserRecord, userId: string, version: number, active: boolean): User {
    const user = this.find(caller, userId)
    const action = active ? 'reactivate' : 'deactivate'
    demandAction(caller, user, action, this.users.values(), this.now())
    this.demandVersion(user, version)
    user.deactivated_at = active ? null : this.now()
    user.version += 1
    this.saved(active ? 'user_reactivated' : 'user_deactivated', caller, user)
    return this.show(caller, user)
  }

  setDeleted(caller: UserRecord, userId: string, version: number, deleted: boolean): User {
    const user = this.find(caller, userId)
    const action = deleted ? 'delete' : 'restore'
    demandAction(caller, user, action, this.users.values(), this.now())
    this.demandVersion(user, version)
    user.deleted_at = deleted ? this.now() : null
    // Links died with the user.
    if (deleted && user.accepted_at === null) {
      user.invited_at = null
      user.invitation_expires_at = null
    }
    user.version += 1
    this.saved(deleted ? 'user_deleted' : 'user_restored', caller, user)
    return this.show(caller, user)
  }

  convert(caller: UserRecord, userId: string, version: number, { email }: ConvertUser): User {
    const user = this.find(caller, userId)
    demandAction(caller, user, 'convert', this.users.values(), this.now())
    this.demandVersion(user, version)
    demandAddress(email)
    demandNew(this.users.values(), email)
    Object.assign(user, {
      kind: 'verified',
      sign_in_name: email,
      group_mailbox: isGroupMailbox(email),
      accepted_at: null,
      last_sign_in_at: null,
      locked_until: null,
      password_changed_at: null,
    })
    this.saved('user_converted', caller, user)
    this.sendLink(caller, user)
    return this.show(caller, user)
  }

  adopt(caller: UserRecord, userId: string, version: number): User {
    const user = this.find(caller, userId)
    demandAction(caller, user, 'adopt', this.users.values(), this.now())
    this.demandVersion(user, version)
    user.adopted_at = this.now()
    user.version += 1
    this.saved('user_adopted', caller, user)
    return this.show(caller, user)
  }

  /** Whoever adds people here, for everybody but themselves and those who came from elsewhere. */
  private founder(caller: UserRecord, user: UserRecord): Colleague | null {
    const [founder] = this.users.values()
    const known = founder && founder !== user && sees(caller, founder)
    return known && user.origin === 'administrator'
      ? { id: founder.id, name: `${founder.given_name} ${founder.family_name}` }
      : null
  }

  changeRoles(
    caller: UserRecord,
    userId: string,
    version: number,
    { role_ids }: ChangeRoles,
  ): User {
    const user = this.find(caller, userId)
    demandAction(caller, user, 'change_roles', this.users.values(), this.now())
    this.demandVersion(user, version)
    if (role_ids.length === 0) {
      throw new IpcFailure({
        code: 'invalid_fields',
        params: {},
        errors: [{ field: 'role_ids', code: 'too_few', params: { min: '1' } }],
      })
    }
    demandGrant(caller, role_ids, user.scope, user.direct)
    const stays = permissionsOf(role_ids, user.direct).includes('administrators.manage')
    if (!stays && isLastAdministrator(user, this.users.values(), this.now())) {
      throw refuse('last_administrator')
    }
    demandDirect(this.security.approves, heldBy(user), permissionsOf(role_ids, user.direct))
    const before = user.role_ids
    user.role_ids = role_ids
    user.version += 1
    this.saved('roles_changed', caller, user, before)
    return this.show(caller, user)
  }

  changePermissions(
    caller: UserRecord,
    userId: string,
    version: number,
    { permissions }: ChangePermissions,
  ): User {
    const user = this.find(caller, userId)
    demandAction(caller, user, 'change_permissions', this.users.values(), this.now())
    this.demandVersion(user, version)
    demandComplete(permissions, permissionsOf(user.role_ids, permissions))
    demandGrant(caller, user.role_ids, user.scope, permissions)
    demandDirect(this.security.approves, heldBy(user), permissionsOf(user.role_ids, permissions))
    user.direct = permissions
    user.version += 1
    this.saved('permissions_changed', caller, user)
    return this.show(caller, user)
  }

  changeScope(caller: UserRecord, userId: string, version: number, { scope }: ChangeScope): User {
    const user = this.find(caller, userId)
    demandAction(caller, user, 'change_scope', this.users.values(), this.now())
    this.demandVersion(user, version)
    demandScope(scope, LOCATIONS)
    demandGrant(caller, user.role_ids, scope, user.direct)
    if (scope.kind !== 'all' && isLastAdministrator(user, this.users.values(), this.now())) {
      throw refuse('last_administrator')
    }
    user.scope = scope
    user.version += 1
    this.saved('scope_changed', caller, user)
    return this.show(caller, user)
  }

  /** Notes a change of a role. */
  roleSaved(action: AuditAction, caller: UserRecord): void {
    this.directory.changed()
    this.journal.write(this.now(), action, caller, null)
  }

  /** Notes a change of a group of locations. */
  groupSaved(action: AuditAction, caller: UserRecord): void {
    this.directory.changed()
    this.journal.write(this.now(), action, caller, null)
  }

  /** The part of the log that the caller may see. */
  activity(caller: UserRecord, query: AuditQuery): AuditPage {
    const visible = (id: string) => {
      const user = this.users.get(id)
      return user !== undefined && sees(caller, user)
    }
    return this.journal.page(query, visible, caller.scope.kind === 'all')
  }

  /** Nothing changes before the person confirms it by mail, which nobody here does. */
  proposeCorrection(
    caller: UserRecord,
    userId: string,
    request: ProposeCorrection,
  ): ProposedCorrection {
    const user = this.find(caller, userId)
    demand(caller, 'users.manage')
    if (caller.id === user.id) {
      throw refuse('own_access')
    }
    const same =
      (request.given_name ?? user.given_name) === user.given_name &&
      (request.family_name ?? user.family_name) === user.family_name &&
      (request.email ?? user.sign_in_name) === user.sign_in_name
    if (same) {
      throw new IpcFailure({
        code: 'invalid_fields',
        params: {},
        errors: [{ field: 'given_name', code: 'unchanged' }],
      })
    }
    this.saved('data_change_asked', caller, user)
    return { customer_id: 'customer-1', expires_at: toTimestamp(this.now() + LINK_LIFE) }
  }

  /** Lets somebody else change a user, so that what the app read is stale. */
  changeBehind(userId: string): void {
    const user = this.users.get(userId)
    if (user) {
      user.version += 1
      this.saved('roles_changed', null, user)
    }
  }

  /** Three links an hour go to a mailbox (`password_reset.rs`). */
  private linksLeft(user: UserRecord): Pick<User, 'links_left' | 'next_link_at'> {
    const due = ['not_invited', 'activation_link_sent', 'activation_link_expired']
    if (user.kind !== 'verified' || !due.includes(statusOf(user, this.now()).kind)) {
      return { links_left: null, next_link_at: null }
    }
    const made = (this.linksMade.get(user.id) ?? []).filter((at) => at > this.now() - HOUR)
    const [oldest] = made.slice(-LINKS_AN_HOUR)
    const left = Math.max(0, LINKS_AN_HOUR - made.length)
    return { links_left: left, next_link_at: toTimestamp(left === 0 ? (oldest ?? 0) + HOUR : null) }
  }

  private sendLink(caller: UserRecord, user: UserRecord): void {
    this.linksMade.set(user.id, [...(this.linksMade.get(user.id) ?? []), this.now()])
    user.invited_at = this.now()
    user.invitation_expires_at = this.now() + LINK_LIFE
    user.version += 1
    this.saved('user_invited', caller, user)
  }

  private saved(
    action: AuditAction,
    actor: UserRecord | null,
    target: UserRecord,
    rolesBefore: readonly string[] = [],
  ): void {
    this.directory.changed()
    this.journal.write(this.now(), action, actor, target, rolesBefore)
  }

  private stateOf(caller: UserRecord, user: UserRecord, action: UserAction): ActionState {
    try {
      demandAction(caller, user, action, this.users.values(), this.now())
      return { action, refusal: null }
    } catch (refused) {
      return { action, refusal: IpcFailure.from(refused).code as ErrorCode }
    }
  }

  private demandVersion(user: UserRecord, version: number): void {
    if (user.version !== version) {
      throw refuse('stale')
    }
  }

  private repeated(key: string, request: unknown): UserRecord | null {
    const earlier = this.answered.get(key)
    if (!earlier) {
      return null
    }
    if (earlier.request !== JSON.stringify(request)) {
      throw refuse('idempotency_key_reused')
    }
    return this.users.get(earlier.userId) ?? null
  }
}
