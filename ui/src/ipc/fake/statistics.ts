import type { InvitationAge, InvitationCount, SignInDay, Statistics, StatusCount } from '../types'
import { demand, sees } from './access'
import type { FakeCustomer } from './customer'
import { DAY, type Millis, statusOf, toTimestamp, type UserRecord } from './record'

const DAYS = 30

/** The figures that the caller may see, counted from what their lists show. */
export function statisticsOf(
  customer: FakeCustomer,
  caller: UserRecord,
  mayActivity: boolean,
  now: Millis,
): Statistics {
  demand(caller, 'users.view')
  const visible = [...customer.users.values()].filter((user) => sees(caller, user))
  return {
    as_of: toTimestamp(now),
    statuses: statuses(visible, now),
    invitations: invitations(visible, now),
    sign_ins: mayActivity ? signIns(customer, visible, now) : null,
  }
}

function statuses(users: readonly UserRecord[], now: Millis): StatusCount[] {
  const counts = new Map<StatusCount['status'], number>()
  for (const user of users) {
    const { kind } = statusOf(user, now)
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return [...counts].map(([status, count]) => ({ status, count }))
}

function ageOf({ invited_at }: UserRecord, now: Millis): InvitationAge {
  if (invited_at === null) {
    return 'not_invited'
  }
  const days = (now - invited_at) / DAY
  if (days < 1) {
    return 'under_one_day'
  }
  if (days < 2) {
    return 'under_two_days'
  }
  return days < 7 ? 'under_a_week' : days < 30 ? 'under_a_month' : 'older'
}

function invitations(users: readonly UserRecord[], now: Millis): InvitationCount[] {
  const waiting = users.filter(
    ({ accepted_at, deactivated_at }) => accepted_at === null && deactivated_at === null,
  )
  const ages: InvitationAge[] = [
    'not_invited',
    'under_one_day',
    'under_two_days',
    'under_a_week',
    'under_a_month',
    'older',
  ]
  return ages.map((age) => ({
    age,
    count: waiting.filter((user) => ageOf(user, now) === age).length,
  }))
}

function signIns(customer: FakeCustomer, visible: readonly UserRecord[], now: Millis): SignInDay[] {
  const seen = new Set(visible.map(({ id }) => id))
  const today = Math.floor(now / DAY)
  return Array.from({ length: DAYS }, (_, index) => {
    const day = new Date((today - DAYS + 1 + index) * DAY).toISOString().slice(0, 10)
    const entries = customer.journal
      .all()
      .filter(({ at, target_id }) => at.startsWith(day) && seen.has(target_id ?? ''))
    return {
      day,
      signed_in: entries.filter(({ action }) => action === 'signed_in').length,
      failed: entries.filter(({ action }) => action === 'sign_in_failed').length,
    }
  })
}
