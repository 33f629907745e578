import type { ButtonProps, IconName } from '../../../components'
import type { Params, User } from '../../../ipc/client'
import type { L10n } from '../../../l10n'
import type { ButtonAction } from '../useUserActions'

/** A button of the panel. */
export interface PanelAction {
  action: ButtonAction
  label: string
  icon: IconName
  variant: NonNullable<ButtonProps['variant']>
  /** Why it is locked. */
  reason: { code: string; params: Params } | undefined
}

const ICON: Record<ButtonAction, IconName> = {
  invite: 'mail',
  change_roles: 'key',
  change_permissions: 'permissions',
  change_scope: 'location',
  reactivate: 'power',
  delete: 'delete',
  restore: 'restore',
  convert: 'mail',
  adopt: 'adopt',
  deactivate: 'power',
  unlock: 'unlock',
  send_reset_link: 'key',
}

/** What helps the user on, if it is possible at all. */
const FIRST: readonly ButtonAction[] = ['adopt', 'invite', 'reactivate', 'restore', 'unlock']

/**
 * The actions that make sense for a user now. What the status rules out is left out; what somebody
 * else may do stays, locked, with the reason and who can (rule 7 of the UI).
 */
export function panelActions(l10n: L10n, user: User, online: boolean, now: number): PanelAction[] {
  const order: ButtonAction[] = [
    'restore',
    'adopt',
    'invite',
    'reactivate',
    'unlock',
    'change_roles',
    'change_permissions',
    'change_scope',
    'convert',
    'send_reset_link',
    'deactivate',
    'delete',
  ]
  return order.flatMap((action) => {
    const refusal = user.actions.find((state) => state.action === action)?.refusal ?? null
    // Before adoption the button for that stands for all that it would unlock.
    const hidden = ['wrong_status', 'adopt_first', 'adopted_already']
    return (refusal !== null && hidden.includes(refusal)) || !fits(action, user)
      ? []
      : [
          {
            action,
            label: label(l10n, user, action),
            icon: ICON[action],
            variant: FIRST.includes(action) ? 'primary' : 'secondary',
            reason:
              reason(refusal, online) ??
              (action === 'invite' ? noLinkLeft(l10n, user, now) : undefined),
          },
        ]
  })
}

/** Whether somebody elsewhere keeps the user, who is read-only until adopted (L3). */
export function isForeign({ origin, adopted_at }: User): boolean {
  // crates/domain/src/origin.rs
  return !['administrator', 'import'].includes(origin) && adopted_at === null
}

/** A refusal for another reason hides that the status rules the action out anyway. */
function fits(action: ButtonAction, user: User): boolean {
  const { status, kind } = user
  const waiting = ['not_invited', 'activation_link_sent', 'activation_link_expired']
  if (status.kind === 'deleted') {
    return action === 'restore'
  }
  switch (action) {
    case 'invite':
      return waiting.includes(status.kind)
    case 'reactivate':
      return status.kind === 'deactivated'
    case 'deactivate':
      return status.kind !== 'deactivated'
    case 'unlock':
      return status.kind === 'locked_attempts'
    case 'send_reset_link':
      return ['active', 'password_expired', 'locked_attempts', 'locked_inactivity'].includes(
        status.kind,
      )
    case 'restore':
      return false
    case 'convert':
      // Why a verified user stays so is told beside the type (L14).
      return kind === 'unverified'
    case 'change_roles':
    case 'change_permissions':
    case 'delete':
    case 'change_scope':
      return true
    case 'adopt':
      return isForeign(user)
  }
}

function label(l10n: L10n, user: User, action: ButtonAction): string {
  if (action === 'send_reset_link' && user.kind === 'unverified') {
    return l10n.text('panel-make-reset-link')
  }
  if (action !== 'invite') {
    return l10n.text(`user-action-${action}`)
  }
  if (user.kind === 'unverified') {
    return l10n.text('panel-make-link')
  }
  return l10n.text(user.status.kind === 'not_invited' ? 'user-action-invite' : 'panel-resend')
}

/** Why no further link can be mailed now, and when one can (S76). */
export function noLinkLeft(l10n: L10n, { next_link_at }: User, now: number): PanelAction['reason'] {
  return next_link_at !== null && Date.parse(next_link_at) > now
    ? { code: 'no_link_left', params: { at: l10n.time(next_link_at) } }
    : undefined
}

function reason(refusal: string | null, online: boolean): PanelAction['reason'] {
  if (refusal !== null) {
    // The list of actions carries codes only; each of these actions rests on one permission.
    return { code: refusal, params: { permission: 'users.manage' } }
  }
  return online ? undefined : { code: 'offline', params: {} }
}
