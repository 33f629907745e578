import { toast } from '../../components'
import { backend, type HandOver, IpcFailure, type User, type UserAction } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { personName } from './names'
import { useUsersChanged } from './queries'

/** A user as far as an action needs them. */
export type ActedOn = Pick<
  User,
  'id' | 'version' | 'kind' | 'sign_in_name' | 'given_name' | 'family_name'
>

/** What an action brought. */
export interface ActionOutcome {
  /** The one-time link of an unverified user, to be shown now or never. */
  handOver: HandOver | null
  /** How many more links may be mailed to them within the hour, and when the next, where that is near. */
  links?: { left: number; next: string | null }
}

const NOTHING: ActionOutcome = { handOver: null }

/** The actions that stand at a row or at the top of the panel; others stand with what they are about. */
export type ButtonAction = Exclude<UserAction, 'end_sessions' | 'reset_second_factor'>

/** The actions that need no further question: they run, say so, and offer the way back. */
export type DirectAction = Exclude<ButtonAction, ChangingAction>

/** The actions that ask first, in a dialog of their own. */
const CHANGING = ['change_roles', 'change_permissions', 'change_scope', 'convert'] as const
export type ChangingAction = (typeof CHANGING)[number]

/** Whether an action asks first. */
export function isChanging(action: ButtonAction): action is ChangingAction {
  return (CHANGING as readonly ButtonAction[]).includes(action)
}

/** What takes an action back. */
const WAY_BACK: Partial<Record<DirectAction, 'reactivate' | 'restore'>> = {
  deactivate: 'reactivate',
  delete: 'restore',
}

/**
 * Runs actions on one user. Everything waits for the service; what happened is read again, also
 * after a refusal, since a refusal means that the screen was out of date.
 */
export function useUserActions(customerId: string) {
  const { text, problem, time } = useL10n()
  const changed = useUsersChanged(customerId)

  /** The call alone, without words; also for many at a time. The same `key` sends one link. */
  const call = async (
    action: DirectAction,
    user: ActedOn,
    key: string = crypto.randomUUID(),
  ): Promise<ActionOutcome> => {
    switch (action) {
      case 'invite': {
        const outcome = await backend.inviteUser(customerId, user.id, key)
        const { links_left: left, next_link_at: next } = outcome.user
        return { handOver: outcome.hand_over, ...(left !== null && { links: { left, next } }) }
      }
      case 'send_reset_link': {
        const outcome = await backend.sendResetLink(customerId, user.id, key)
        return { handOver: outcome.hand_over }
      }
      case 'unlock':
        await backend.unlockUser(customerId, user.id, user.version)
        return NOTHING
      case 'deactivate':
        await backend.deactivateUser(customerId, user.id, user.version)
        return NOTHING
      case 'reactivate':
        await backend.reactivateUser(customerId, user.id, user.version)
        return NOTHING
      case 'adopt':
        await backend.adoptUser(customerId, user.id, user.version)
        return NOTHING
      case 'delete':
        await backend.deleteUser(customerId, user.id, user.version)
        return NOTHING
      case 'restore':
        await backend.restoreUser(customerId, user.id, user.version)
        return NOTHING
    }
  }

  /** Said while it matters, and before one more is refused (S76). */
  const linksLeft = ({ links }: ActionOutcome) => {
    if (!links || links.left > 1) {
      return {}
    }
    const description =
      links.next === null
        ? text('invite-one-left')
        : text('invite-none-left', { at: time(links.next) })
    return { description }
  }

  const takeBack = async (action: 'reactivate' | 'restore', user: ActedOn) => {
    try {
      // The version has moved on with the change that is taken back.
      const now = await backend.readUser(customerId, user.id)
      await call(action, now)
      toast({ tone: 'positive', title: text(`users-done-${action}`, { name: personName(user) }) })
    } catch (thrown) {
      toast({ tone: 'danger', title: problem(IpcFailure.from(thrown)) })
    }
    await changed()
  }

  const undoOf = (action: 'reactivate' | 'restore', user: ActedOn) => ({
    label: text('users-undo'),
    run: () => void takeBack(action, user),
  })

  /** The call with a toast; throws the refusal, which belongs where it was asked. */
  const run = async (action: DirectAction, user: ActedOn): Promise<ActionOutcome> => {
    try {
      const outcome = await call(action, user)
      if (outcome.handOver === null) {
        toast({
          tone: 'positive',
          title: text(`users-done-${action}`, { name: personName(user) }),
          ...linksLeft(outcome),
          ...(WAY_BACK[action] && { undo: undoOf(WAY_BACK[action], user) }),
        })
      }
      return outcome
    } catch (thrown) {
      throw IpcFailure.from(thrown)
    } finally {
      await changed()
    }
  }

  return { call, run, changed }
}
