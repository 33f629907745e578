import type { IpcFailure, Recovery } from '../../../ipc/client'
import type { L10n } from '../../../l10n'

/** How far a recovery has come, in one sentence. */
export function recoveryWords(l10n: L10n, recovery: Recovery, now: number): string {
  const { text } = l10n
  const ended = recovery.ended_at === null ? '' : l10n.relative(recovery.ended_at, now)
  switch (recovery.state) {
    case 'waiting':
      return text('recovery-waits', {
        ready: l10n.dateTime(recovery.ready_at),
        left: l10n.relative(recovery.ready_at, now),
      })
    case 'ready':
      return text('recovery-is-ready', { ready: l10n.relative(recovery.ready_at, now) })
    case 'finished':
      return text('recovery-was-finished', { ended })
    case 'stopped':
      return text(`recovery-stopped-${recovery.stopped_by ?? 'operator'}`, { ended })
    case 'expired':
      return text('recovery-has-expired')
  }
}

/** Why a step was refused, with the moment as people of this language write it. */
export function recoveryProblem(l10n: L10n, failure: IpcFailure): string {
  const ready = failure.params['ready_at']
  return l10n.problem(
    ready === undefined
      ? failure
      : { code: failure.code, params: { ...failure.params, ready_at: l10n.dateTime(ready) } },
  )
}
