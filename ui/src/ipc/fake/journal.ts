import type { AuditAction, AuditChange, AuditEntry, AuditPage, AuditQuery } from '../types'
import { roleLabels } from './directory'
import { type Millis, toTimestamp, type UserRecord } from './record'

const PAGE = 50

const PLACE = { address: '192.0.2.17', device: 'Front desk', program: 'Keyholder/0.1.0' }

/** Roles as an entry tells them. */
function rolesChange(before: readonly string[], after: readonly string[]): AuditChange {
  const values = (ids: readonly string[]) =>
    roleLabels(ids).map(({ built_in, name }) => ({
      kind: built_in ? ('built_in_role' as const) : ('role' as const),
      text: built_in ?? name ?? '',
    }))
  return { field: 'roles', before: values(before), after: values(after) }
}

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
    rolesBefore: readonly string[] = [],
  ): void {
    const sequence = this.entries.length + 1
    this.entries.push({
      id: `event-${sequence}`,
      sequence,
      at: toTimestamp(at),
      actor_id: actor?.id ?? null,
      actor_name: nameOf(actor),
      actor_erased: false,
      by_provider: false,
      action,
      target_id: target?.id ?? null,
      target_name: nameOf(target),
      target_erased: false,
      changes:
        target !== null && (action === 'roles_changed' || action === 'user_created')
          ? [rolesChange(rolesBefore, target.role_ids)]
          : [],
      origin: actor === null ? null : PLACE,
      details_erased: false,
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
      if (user.deleted_at) {
        past.push([user.deleted_at, 'user_deleted', administrator, user])
      }
    }
    past.sort(([a], [b]) => a - b)
    for (const [at, action, actor, target] of past) {
      this.write(at, action, actor, target)
    }
  }

  /** The entries that a caller may see and asked for, newest first. */
  page(query: AuditQuery, sees: (userId: string) => boolean, whole: boolean): AuditPage {
    const { about, action, from, until, cursor } = query
    const [side, place] = cursor?.split('-') ?? []
    const found = this.entries
      .filter(
        (entry) =>
          (about === null || entry.target_id === about || entry.actor_id === about) &&
          (action.length === 0 || action.includes(entry.action)) &&
          (from === null || entry.at >= from) &&
          (until === null || entry.at < until) &&
          (whole || sees(entry.target_id ?? entry.actor_id ?? '')),
      )
      .reverse()
    const limit = query.limit ?? PAGE
    const at = found.findIndex(({ sequence }) => String(sequence) === place)
    const begin = cursor === null ? 0 : side === 'older' ? at + 1 : Math.max(0, at - limit)
    const items = found.slice(begin, side === 'newer' ? at : begin + limit)
    const end = begin + items.length
    return {
      items: whole ? items : items.map((entry) => ({ ...entry, sequence: null })),
      page: {
        next_cursor: end < found.length ? `older-${found[end - 1]?.sequence}` : null,
        previous_cursor: begin > 0 ? `newer-${found[begin]?.sequence}` : null,
        total: null,
      },
    }
  }

  /** How many entries there are. */
  get size(): number {
    return this.entries.length
  }

  /** The entries themselves, oldest first. */
  all(): readonly AuditEntry[] {
    return this.entries
  }
}
