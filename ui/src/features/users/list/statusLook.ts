import type { Status } from '../../../ipc/types'
import type { L10n } from '../../../l10n'

export { STATUS_LOOK } from '../../../app/statusLook'

/** What stands beside the word: since when, until when, or what is needed. Absent for "active". */
export function statusDetail(l10n: L10n, status: Status, now: number): string | null {
  const { kind, since, until } = status
  switch (kind) {
    case 'not_invited':
    case 'locked_inactivity':
    case 'password_expired':
      return l10n.text(`status-${kind}-detail`)
    case 'activation_link_sent':
      return until ? l10n.text(`status-${kind}-detail`, { until: l10n.relative(until, now) }) : null
    case 'activation_link_expired':
    case 'deactivated':
      return since ? l10n.text(`status-${kind}-detail`, { since: l10n.relative(since, now) }) : null
    case 'locked_attempts':
      return until ? l10n.text('status-locked_attempts-detail', { until: l10n.time(until) }) : null
    case 'deleted':
      return until ? l10n.text('status-deleted-detail', { until: l10n.relative(until, now) }) : null
    case 'active':
      return null
  }
}
