import type {
  FactorState,
  Language,
  Origin,
  Permission,
  Scope,
  SignInWay,
  Status,
  UserKind,
} from '../types'

/** A moment in milliseconds since 1970. */
export type Millis = number

export const HOUR: Millis = 3_600_000
export const DAY: Millis = 24 * HOUR

/** A user as the fake service keeps them: facts only, the status is derived. */
export interface UserRecord {
  id: string
  version: number
  kind: UserKind
  sign_in_name: string
  given_name: string
  family_name: string
  language: Language
  group_mailbox: boolean
  origin: Origin
  /** With a password where it is absent. */
  sign_in_way?: SignInWay
  adopted_at?: Millis | null
  role_ids: string[]
  /** Permissions beside the roles. */
  direct?: Permission[]
  scope: Scope
  created_at: Millis
  accepted_at: Millis | null
  deactivated_at: Millis | null
  /** When they were put into the bin. */
  deleted_at?: Millis | null
  invited_at: Millis | null
  invitation_expires_at: Millis | null
  last_sign_in_at: Millis | null
  locked_until: Millis | null
  password_changed_at: Millis | null
  /** What is set up beside the password; nothing where it is absent. */
  second_factor?: FactorState
  /** Whether all of it lies in the app itself, and nothing on another device. */
  built_in_only?: boolean
  factor_reset_at?: Millis
}

/** RFC 3339, as the service writes moments. */
export function toTimestamp(moment: Millis): string
export function toTimestamp(moment: Millis | null): string | null
export function toTimestamp(moment: Millis | null): string | null {
  return moment === null ? null : new Date(moment).toISOString()
}

const TOO_LONG = 90 * DAY
const BIN = 30 * DAY

/** The status now, in the order of `crates/domain/src/user_status.rs`. */
export function statusOf(user: UserRecord, now: Millis): Status {
  const status = (
    kind: Status['kind'],
    since: Millis | null = null,
    until: Millis | null = null,
  ): Status => ({ kind, since: toTimestamp(since), until: toTimestamp(until) })

  if (user.deleted_at) {
    return status('deleted', user.deleted_at, user.deleted_at + BIN)
  }
  if (user.deactivated_at !== null) {
    return status('deactivated', user.deactivated_at)
  }
  if (user.accepted_at === null) {
    if (user.invitation_expires_at === null) {
      return status('not_invited')
    }
    return user.invitation_expires_at > now
      ? status('activation_link_sent', user.invited_at, user.invitation_expires_at)
      : status('activation_link_expired', user.invitation_expires_at)
  }
  if (user.last_sign_in_at !== null && user.last_sign_in_at <= now - TOO_LONG) {
    return status('locked_inactivity', user.last_sign_in_at + TOO_LONG)
  }
  if (user.locked_until !== null && user.locked_until > now) {
    return status('locked_attempts', null, user.locked_until)
  }
  if (user.password_changed_at !== null && user.password_changed_at <= now - TOO_LONG) {
    return status('password_expired', user.password_changed_at + TOO_LONG)
  }
  return status('active')
}
