import type { AuditChange, AuditEntry, AuditValue } from '../../ipc/types'
import { type L10n, permissionKey } from '../../l10n'

/** Who did it. */
export function actorName(l10n: L10n, entry: AuditEntry): string {
  if (entry.by_provider) {
    return l10n.text('activity-provider')
  }
  return entry.actor_id === null
    ? l10n.text('activity-service')
    : (entry.actor_name ?? withoutName(l10n, entry.actor_id, entry.actor_erased))
}

/** To whom it was done. */
export function targetName(l10n: L10n, entry: AuditEntry): string {
  return entry.target_name ?? withoutName(l10n, entry.target_id ?? '', entry.target_erased)
}

/** Who was erased keeps a code, so that their entries can be told from those of others. */
function withoutName({ text }: L10n, id: string, erased: boolean): string {
  return erased
    ? text('activity-erased-person', { code: id.slice(-4).toUpperCase() })
    : text('activity-somebody')
}

/** Who did what to whom, in one sentence. */
export function sentenceOf(l10n: L10n, entry: AuditEntry): string {
  const { text, has } = l10n
  const actor = actorName(l10n, entry)
  const own = entry.actor_id !== null && entry.actor_id === entry.target_id
  const target = own ? actor : targetName(l10n, entry)
  const key = `activity-did-${entry.action}`
  if (has(key)) {
    return text(key, { actor, target })
  }
  const what = text(`audit-${entry.action}`)
  return entry.target_id === null || own
    ? text('activity-did-other', { actor, what })
    : text('activity-did-other-to', { actor, what, target })
}

/** What something is called, such as "Roles". */
export function fieldName({ text, has }: L10n, field: string): string {
  const key = `activity-field-${field}`
  return has(key) ? text(key) : field.replaceAll('_', ' ')
}

/** A value in words. */
export function valueText(l10n: L10n, field: string, { kind, text }: AuditValue): string {
  const first = (keys: string[]) => keys.find((key) => l10n.has(key))
  switch (kind) {
    case 'built_in_role':
      return l10n.text(`role-${text}`)
    case 'number':
      return l10n.number(Number(text))
    case 'code': {
      const key = first([
        `activity-value-${field}-${text}`,
        ...(field === 'purpose' ? [`auth-request-${text}`] : []),
        `activity-value-${text}`,
        permissionKey(text),
        `${field}-${text}`,
        `status-${text}`,
      ])
      return key === undefined ? text : l10n.text(key)
    }
    case 'text':
      // A moment is written the way the reader writes moments.
      return /^\d{4}-\d\d-\d\dT/.test(text) ? l10n.dateTime(text) : text
    default:
      return text
  }
}

/** One change in words: "Roles: Cashier → Cashier and Support". */
export function changeText(l10n: L10n, { field, before, after }: AuditChange): string {
  const side = (values: AuditValue[]) =>
    values.length === 0
      ? l10n.text('activity-nothing')
      : l10n.list(values.map((value) => valueText(l10n, field, value)))
  const name = fieldName(l10n, field)
  return before.length === 0
    ? l10n.text('activity-fact', { field: name, value: side(after) })
    : l10n.text('activity-change', { field: name, before: side(before), after: side(after) })
}

/** From where, in a few words; empty where nothing is known. */
export function originText({ origin }: AuditEntry): string {
  const parts = [origin?.device ?? origin?.program, origin?.address]
  return parts.filter((part): part is string => Boolean(part)).join(' · ')
}
