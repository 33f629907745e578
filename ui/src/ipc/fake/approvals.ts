import { IpcFailure } from '../failure'
import type {
  AskChange,
  ChangePerson,
  ChangeState,
  ErrorCode,
  PendingChange,
  Permission,
  UserAction,
} from '../types'
import { demand, demandAction, isAbleAdministrator, refuse } from './access'
import { demandAsked, isAccess, isOfAll, type Stored, type Wanted } from './approvalRequests'
import { heldBy, permissionsOf } from './catalogue'
import type { FakeCustomer } from './customer'
import { roleLabels } from './directory'
import { agreeToRole, replaceRole, roleIfAny } from './ownRoles'
import { HOUR, type Millis, toTimestamp, type UserRecord } from './record'

/** How long a change waits (`crates/domain/src/pending_change.rs`). */
const LIFETIME = 72 * HOUR

/** The changes of one customer that need a second administrator. */
export class FakeApprovals {
  private readonly all: Stored[] = []
  private readonly customer: FakeCustomer
  private readonly now: () => Millis

  constructor(customer: FakeCustomer, now: () => Millis) {
    this.customer = customer
    this.now = now
  }

  ask(caller: UserRecord, request: AskChange): PendingChange {
    demand(caller, 'users.manage')
    const target = 'user_id' in request ? request.user_id : caller.id
    const user = this.customer.find(caller, target)
    demandAsked(caller, user, request, (action) => this.demandOn(caller, user, action))
    return this.wait(caller, user, request)
  }

  /** All roles of somebody who was added with some of them (`pending_changes/new_user.rs`). */
  askForNew(caller: UserRecord, user: UserRecord, role_ids: string[]): void {
    const given = [...user.role_ids]
    const { scope } = user
    this.wait(caller, user, { kind: 'new_user', role_ids, permissions: [], given, scope })
  }

  private wait(caller: UserRecord, user: UserRecord, request: Wanted): PendingChange {
    const target = user.id
    const waits = this.all.some(
      (one) =>
        one.target === target &&
        one.request.kind === request.kind &&
        this.stateOf(one) === 'waiting',
    )
    if (waits) {
      throw refuse('change_waiting')
    }
    const granters = [...this.customer.users.values()]
      .filter((one) => isAbleAdministrator(one, this.now()))
      .map(({ id }) => id)
      .filter((id) => id !== caller.id && id !== target)
    if (granters.length === 0) {
      throw refuse('no_second_administrator')
    }
    const stored: Stored = {
      id: `change-${this.all.length + 1}`,
      request,
      asked_by: caller.id,
      target,
      version: user.version,
      granters,
      asked_at: this.now(),
      ending: null,
      ended_at: null,
      ended_by: null,
    }
    this.all.push(stored)
    this.customer.journal.write(this.now(), 'change_asked', caller, user)
    return this.show(caller, stored)
  }

  /**
   * The second administrator asks for another access, or for critical rights of several others; or whoever is
   * limited for other locations.
   */
  begin(what: boolean | 'own_locations' | 'several'): void {
    const [, second, limited] = [...this.customer.users.values()]
    if (what === 'own_locations') {
      const scope = { kind: 'only' as const, location_ids: ['location-2'] }
      if (limited) {
        this.ask(limited, { kind: 'own_locations', scope })
      }
    } else if (what === 'several' && second) {
      for (const user_id of ['user-000004', 'user-000005', 'user-000006']) {
        const role_ids = ['role-finance']
        this.ask(second, { kind: 'critical_grant', user_id, role_ids, permissions: [] })
      }
    } else if (second) {
      const role_ids = ['role-location_administrator', 'role-auditor']
      this.ask(second, { kind: 'own_access', role_ids, permissions: ['payouts.view'] })
    }
  }

  list(caller: UserRecord): PendingChange[] {
    return this.all
      .filter((one) => this.mayAnswer(caller) || one.asked_by === caller.id)
      .map((one) => this.show(caller, one))
      .reverse()
  }

  answer(caller: UserRecord, id: string, ending: 'granted' | 'refused' | 'withdrawn') {
    const stored = this.all.find((one) => one.id === id)
    if (!stored || !(this.mayAnswer(caller) || stored.asked_by === caller.id)) {
      throw refuse('not_found')
    }
    const own = stored.asked_by === caller.id
    if (ending === 'withdrawn') {
      if (!own) {
        throw refuse('others_change')
      }
      this.demandWaiting(stored)
    } else {
      this.demandAnswer(caller, stored)
    }
    if (ending === 'granted') {
      this.demandGrant(caller, stored)
      this.apply(caller, stored)
    }
    stored.ending = ending
    stored.ended_at = this.now()
    stored.ended_by = caller.id
    const target = this.customer.users.get(stored.target) ?? null
    this.customer.journal.write(this.now(), `change_${ending}`, caller, target)
    return this.show(caller, stored)
  }

  private demandOn(caller: UserRecord, user: UserRecord, action: UserAction): void {
    demandAction(caller, user, action, this.customer.users.values(), this.now())
  }

  private mayAnswer(caller: UserRecord): boolean {
    return heldBy(caller).includes('administrators.manage') && caller.scope.kind === 'all'
  }

  private demandWaiting(stored: Stored): void {
    const state = this.stateOf(stored)
    if (state !== 'waiting') {
      throw refuse('change_ended', { state })
    }
  }

  private demandAnswer(caller: UserRecord, stored: Stored): void {
    if (stored.asked_by === caller.id) {
      throw refuse('own_change')
    }
    demand(caller, 'administrators.manage')
    this.demandWaiting(stored)
  }

  private demandGrant(caller: UserRecord, stored: Stored): void {
    this.demandAnswer(caller, stored)
    if (!stored.granters.includes(caller.id)) {
      throw refuse('not_independent')
    }
    const target = this.customer.users.get(stored.target)
    if (target && !isOfAll(stored.request)) {
      this.demandOn(caller, target, 'change_roles')
    }
  }

  private apply(caller: UserRecord, { request, target }: Stored): void {
    const user = this.customer.users.get(target)
    if (!user) {
      return
    }
    if (request.kind === 'critical_role') {
      agreeToRole(this.customer, caller, request)
      return
    }
    if (request.kind === 'role_deletion') {
      replaceRole(this.customer, caller, request)
      return
    }
    if (request.kind === 'approvals_off') {
      this.customer.security.switchOff()
      return
    }
    if (isAccess(request)) {
      const before = user.role_ids
      user.role_ids = request.role_ids
      user.direct = request.permissions
      this.customer.journal.write(this.now(), 'roles_changed', caller, user, before)
    } else if (request.kind === 'own_locations') {
      user.scope = request.scope
      this.customer.journal.write(this.now(), 'scope_changed', caller, user)
    } else if (request.kind === 'second_factor_reset') {
      user.second_factor = user.second_factor === 'mailed_code' ? 'mailed_code' : 'none'
      user.factor_reset_at = this.now()
      this.customer.journal.write(this.now(), 'second_factor_reset', caller, user)
    } else {
      user.sign_in_name = request.email.trim()
      user.accepted_at = null
      user.invited_at = this.now()
      user.invitation_expires_at = this.now() + 48 * HOUR
    }
    user.version += 1
    this.customer.directory.changed()
  }

  private stateOf(stored: Stored): ChangeState {
    if (stored.ending !== null) {
      return stored.ending
    }
    const user = this.customer.users.get(stored.target)
    const { request } = stored
    const isAsAsked =
      request.kind === 'new_user'
        ? user?.role_ids.join() === request.given.join()
        : user?.version === stored.version
    if (!user || !isAsAsked || (request.kind === 'role_deletion' && !roleIfAny(request.role_id))) {
      return 'overtaken'
    }
    return stored.asked_at + LIFETIME <= this.now() ? 'lapsed' : 'waiting'
  }

  private show(caller: UserRecord, stored: Stored): PendingChange {
    const { request } = stored
    const state = this.stateOf(stored)
    const target = this.customer.users.get(stored.target)
    const held: Permission[] = target ? permissionsOf(target.role_ids, target.direct) : []
    const role =
      request.kind === 'critical_role' || request.kind === 'role_deletion'
        ? roleIfAny(request.role_id)
        : null
    const before = role?.permissions ?? held
    const after = isAccess(request)
      ? permissionsOf(request.role_ids, request.permissions)
      : request.kind === 'critical_role'
        ? request.permissions
        : request.kind === 'role_deletion'
          ? permissionsOf([request.replacement_id])
          : before
    const waits = state === 'waiting'
    return {
      id: stored.id,
      kind: request.kind,
      state,
      asked_by: this.person(stored.asked_by),
      target: this.person(stored.target),
      asked_at: toTimestamp(stored.asked_at),
      expires_at: toTimestamp(stored.asked_at + LIFETIME),
      ended_at: toTimestamp(stored.ended_at),
      ended_by: stored.ended_by === null ? null : this.person(stored.ended_by),
      roles: [
        ...roleLabels(isAccess(request) ? request.role_ids : role ? [role.id] : []),
        ...(request.kind === 'role_deletion' ? roleLabels([request.replacement_id]) : []),
      ],
      role_name: request.kind === 'critical_role' ? request.name : null,
      gains: waits ? after.filter((each) => !before.includes(each)) : [],
      loses: waits ? before.filter((each) => !after.includes(each)) : [],
      scope: 'scope' in request ? request.scope : null,
      email: request.kind === 'dead_mailbox' ? request.email.trim() : null,
      refusal: waits ? this.refusal(caller, stored) : null,
    }
  }

  private refusal(caller: UserRecord, stored: Stored): ErrorCode | null {
    try {
      this.demandGrant(caller, stored)
      return null
    } catch (refused) {
      return IpcFailure.from(refused).code as ErrorCode
    }
  }

  private person(id: string): ChangePerson {
    const user = this.customer.users.get(id)
    return { id, given_name: user?.given_name ?? '', family_name: user?.family_name ?? '' }
  }
}
