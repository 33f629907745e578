import type { AuditAction, AuditEntry, AuditPage } from '../types'
import { type Millis, toTimestamp, type UserRecord } from './record'

const PAGE = 50

function nameOf(user: UserRecord | null): string | null {
  return user === null ? null : `${user.given_name} ${user.family_name}`
}

/** The activity of one customer, newest first. */
export class Journal {
  private readonly entries: AuditEntry[] = []

  write(
    at: Millis,
    action: AuditAction,
    actor: UserRecord | null,
    target: UserRecord | null,
  ): void {
    const sequence = this.entries.length + 1
    this.entries.push({
      id: `event-${sequence}`,
      sequence,
      at: toTimestamp(at),
      actor_id: actor?.id ?? null,
      actor_name: nameOf(actor),
      action,
      target_id: target?.id ?? null,
      target_name: nameOf(target),
    })
  }

  /** A past that fits the facts of each user. */
  remember(users: readonly UserRecord[], administrator: UserRecord | null): void {
    const past: [Millis, AuditAction, UserRecord | null, UserRecord][] = []
    for (const user of users) {
      past.push([user.created_at, 'user_created', administrator, user])
      if (user.invited_at !== null) {
        past.push([user.invited_at, 'user_invited', administrator, user])
      }
      if (user.accepted_at !== null) {
        past.push([user.accepted_at, 'user_activated', user, user])
      }
      if (user.last_sign_in_at !== null) {
        past.push([user.last_sign_in_at, 'signed_in', user, user])
      }
      if (user.deactivated_at !== null) {
        past.push([user.deactivated_at, 'user_deactivated', administrator, user])
      }
    }
    past.sort(([a], [b]) => a - b)
    for (const [at, action, actor, target] of past) {
      this.write(at, action, actor, target)
    }
  }

  page(targetId: string | null, cursor: string | null): AuditPage {
    const before = cursor === null ? Number.POSITIVE_INFINITY : Number(cursor)
    const found = this.entries
      .filter(
        (entry) =>
          entry.sequence < before &&
          (targetId === null || entry.target_id === targetId || entry.actor_id === targetId),
      )
      .reverse()
    const items = found.slice(0, PAGE)
    const last = items.at(-1)
    return {
      items,
      page: {
        next_cursor: last && found.length > PAGE ? String(last.sequence) : null,
        previous_cursor: null,
        total: null,
      },
    }
  }
}
