import { IpcFailure } from '../failure'
import type {
  FieldError,
  NumberLimits,
  PolicyNumber,
  PolicyPreview,
  ProfileOffer,
  SecondFactorEffect,
  SecurityPolicy,
  SecurityPolicyView,
  SecurityProfile,
} from '../types'
import { demand, isAbleAdministrator, refuse } from './access'
import { heldBy } from './catalogue'
import type { FakeCustomer } from './customer'
import { factorOf, isBuiltInOnly, isMember, isStrong } from './directory'
import { DAY, type Millis, statusOf, type UserRecord } from './record'
import { judge } from './securityClauses'

const PAYMENTS: SecurityPolicy = {
  profile: 'payments',
  min_chars_alone: 12,
  min_chars_with_factor: 12,
  password_days: 90,
  history: 5,
  history_hours: 24,
  attempts: 5,
  lock_minutes: 30,
  inactivity_days: 90,
  session_idle_minutes: 720,
  session_hours: 168,
  invitation_hours: 48,
  reset_minutes: 60,
  approve_critical_grants: false,
  mailed_codes: true,
  second_factor: { kind: 'optional' },
  refuse_built_in_codes: false,
}

/** The profiles, like `crates/domain/src/security_policy.rs`. */
const DEFAULTS: Record<SecurityProfile, SecurityPolicy> = {
  payments: PAYMENTS,
  pci: {
    ...PAYMENTS,
    profile: 'pci',
    min_chars_alone: 15,
    history_hours: 0,
    attempts: 10,
    session_hours: 12,
  },
  nist: {
    ...PAYMENTS,
    profile: 'nist',
    min_chars_alone: 15,
    history: 0,
    history_hours: 0,
    attempts: 10,
    session_idle_minutes: 60,
    session_hours: 24,
  },
}

const LIMITS: Record<PolicyNumber, readonly [number, number]> = {
  min_chars_alone: [12, 64],
  min_chars_with_factor: [12, 64],
  password_days: [1, 90],
  history: [5, 24],
  history_hours: [24, 168],
  attempts: [3, 10],
  lock_minutes: [30, 1_440],
  inactivity_days: [30, 90],
  session_idle_minutes: [15, 1_440],
  session_hours: [1, 168],
  invitation_hours: [1, 72],
  reset_minutes: [10, 60],
}

function limitsOf(profile: SecurityProfile): NumberLimits[] {
  return Object.entries(LIMITS).map(([name, [least, most]]) => {
    const number = name as PolicyNumber
    if (profile === 'nist' && number === 'min_chars_alone') {
      return { number, least: 15, most }
    }
    if (profile !== 'payments' && (number === 'history' || number === 'history_hours')) {
      return { number, least: number === 'history' && profile === 'pci' ? 4 : 0, most }
    }
    return { number, least, most }
  })
}

/** The policy of one customer of the fake service. */
export class FakeSecurity {
  private policy = PAYMENTS
  private version = 1
  private readonly silent = new Set<string>()
  private readonly customer: FakeCustomer
  private readonly now: () => Millis

  constructor(customer: FakeCustomer, now: () => Millis) {
    this.customer = customer
    this.now = now
  }

  /** Whether critical rights wait for a second administrator. */
  get approves(): boolean {
    return this.policy.approve_critical_grants ?? false
  }

  /** Whether codes of the app itself open nothing that is restricted. */
  get refusesBuiltIn(): boolean {
    return this.policy.refuse_built_in_codes ?? false
  }

  switchOff(): void {
    this.policy = { ...this.policy, approve_critical_grants: false }
    this.version += 1
  }

  show(caller: UserRecord): SecurityPolicyView {
    const own = heldBy(caller)
    if (!own.includes('security.manage')) {
      demand(caller, 'users.view')
    }
    return {
      version: this.version,
      policy: this.policy,
      judgements: judge(this.policy),
      profiles: Object.values(DEFAULTS).map(offer),
      refusal: own.includes('security.manage') ? null : 'permission_missing',
    }
  }

  preview(caller: UserRecord, policy: SecurityPolicy): PolicyPreview {
    demand(caller, 'security.manage')
    demandLimits(policy)
    const since = (days: number) => this.now() - days * DAY
    const live = [...this.customer.users.values()].filter((user) =>
      ['active', 'password_expired', 'locked_inactivity'].includes(statusOf(user, this.now()).kind),
    )
    const away = (by: SecurityPolicy) =>
      live.filter(({ last_sign_in_at: at }) => at !== null && at <= since(by.inactivity_days))
    const old = (by: SecurityPolicy) =>
      by.profile === 'nist'
        ? []
        : live.filter(
            (user) =>
              !away(by).includes(user) &&
              user.password_changed_at !== null &&
              user.password_changed_at <= since(by.password_days),
          )
    const affected = (of: (by: SecurityPolicy) => UserRecord[]) => {
      const before = of(this.policy)
      const after = of(policy)
      return {
        before: before.length,
        after: after.length,
        names: after
          .filter((user) => !before.includes(user))
          .slice(0, 5)
          .map((user) => `${user.given_name} ${user.family_name}`),
      }
    }
    return {
      judgements: judge(policy),
      expired: affected(old),
      locked: affected(away),
      approvers: this.approvers(caller),
      asked: policy.session_idle_minutes < this.policy.session_idle_minutes ? 2 : 0,
      mailed_codes: this.mailedTo().length,
      built_in_only: live.filter(isBuiltInOnly).length,
      second_factor: this.effect(policy),
    }
  }

  private effect({ second_factor: asked }: SecurityPolicy): SecondFactorEffect {
    const all = [...this.customer.users.values()]
    const members = all.filter((user) => isMember(user, this.now()))
    const without = members.filter((user) => !isStrong(factorOf(user)))
    const concerned = (users: UserRecord[]) => ({
      count: asked?.kind === 'required' ? users.length : 0,
      names: users
        .slice(0, asked?.kind === 'required' ? 5 : 0)
        .map((user) => `${user.given_name} ${user.family_name}`),
    })
    return {
      ready: members.length - without.length,
      asked: concerned(without),
      without_mailbox: concerned(without.filter(({ kind }) => kind === 'unverified')),
      waiting: all.filter(({ accepted_at, deleted_at, deactivated_at }) => {
        return accepted_at === null && !deleted_at && deactivated_at === null
      }).length,
    }
  }

  change(caller: UserRecord, version: number, policy: SecurityPolicy): SecurityPolicyView {
    demand(caller, 'security.manage')
    demandLimits(policy)
    if (version !== this.version) {
      throw refuse('stale')
    }
    const wanted = policy.approve_critical_grants ?? false
    if (wanted !== this.approves) {
      if (this.approvers(caller) === 0) {
        throw refuse('no_second_administrator')
      }
      if (!wanted) {
        throw refuse('approval_required')
      }
    }
    this.showMailedCodes(policy.mailed_codes ?? true)
    this.policy = policy
    this.version += 1
    this.customer.journal.write(this.now(), 'security_policy_changed', caller, null)
    return this.show(caller)
  }

  private mailedTo(): UserRecord[] {
    return [...this.customer.users.values()].filter(
      (user) =>
        isMember(user, this.now()) &&
        (factorOf(user) === 'mailed_code' || this.silent.has(user.id)),
    )
  }

  private showMailedCodes(mailed: boolean): void {
    for (const user of this.customer.users.values()) {
      if (!mailed && user.second_factor === 'mailed_code') {
        user.second_factor = 'none'
        this.silent.add(user.id)
      } else if (mailed && user.second_factor === 'none' && this.silent.delete(user.id)) {
        user.second_factor = 'mailed_code'
      }
    }
  }

  private approvers(caller: UserRecord): number {
    return [...this.customer.users.values()].filter(
      (user) => user.id !== caller.id && isAbleAdministrator(user, this.now()),
    ).length
  }
}

function offer(defaults: SecurityPolicy): ProfileOffer {
  const { profile } = defaults
  return {
    defaults,
    composition: ({ payments: 'four_kinds', pci: 'letters_and_digits', nist: 'any' } as const)[
      profile
    ],
    rotation: ({ payments: 'everybody', pci: 'without_second_factor', nist: 'nobody' } as const)[
      profile
    ],
    limits: limitsOf(profile),
  }
}

function demandLimits(policy: SecurityPolicy): void {
  const errors: FieldError[] = limitsOf(policy.profile)
    .filter(({ number, least, most }) => policy[number] < least || policy[number] > most)
    .map(({ number, least, most }) => ({
      field: number,
      code: 'out_of_range',
      params: { min: String(least), max: String(most) },
    }))
  if (errors.length > 0) {
    throw new IpcFailure({ code: 'invalid_fields', params: {}, errors })
  }
}
