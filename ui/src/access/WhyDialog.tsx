import { useSession } from '../app/session'
import { Banner, Dialog, ErrorState, Icon, Skeleton } from '../components'
import {
  type AccessChange,
  type AccessExplanation,
  IpcFailure,
  type Permission,
  type Role,
  type User,
} from '../ipc/client'
import { permissionKey, useL10n } from '../l10n'
import { permissionList } from './accessChange'
import { personName, roleName } from './names'
import { useExplanation, useLocationGroups } from './queries'
import styles from './WhyDialog.module.css'
import { sourceNames } from './words'

/** One thing that the answer went through. */
interface Step {
  id: string
  good: boolean
  words: string
}

/** Why a user may do something or not, through what, and what would change it. */
export function WhyDialog({
  customerId,
  user,
  permission,
  roles,
  onClose,
}: {
  customerId: string
  user: User
  permission: Permission
  roles: readonly Role[]
  onClose: () => void
}) {
  const l10n = useL10n()
  const { text } = l10n
  const { data: why, error } = useExplanation(customerId, user.id, permission)
  const { can } = useSession()
  const hasGroups = (why?.group_ids ?? []).length > 0
  const groups = useLocationGroups(customerId, hasGroups && can('locations.view'))
  const name = personName(user)
  const what = text(permissionKey(permission))
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('why-title', { name, permission: what })}
      closeLabel={text('users-close')}
    >
      {error ? (
        <ErrorState title={text('why-failed')}>{l10n.problem(IpcFailure.from(error))}</ErrorState>
      ) : why ? (
        <div className={styles.parts}>
          <Banner
            tone={why.answer.allowed ? 'positive' : 'warning'}
            title={text(why.answer.allowed ? 'why-yes' : 'why-no', { name })}
          >
            {text(permissionKey(permission).concat('-description'))}
          </Banner>
          <ol className={styles.steps} aria-label={text('why-through')}>
            {stepsOf(why).map(({ id, good, words }) => (
              <li key={id} className={styles.step}>
                <span className={good ? styles.good : styles.bad}>
                  <Icon name={good ? 'check' : 'close'} size={16} />
                </span>
                <span>
                  <span className="unseen">{text(good ? 'why-fits' : 'why-missing')}: </span>
                  {words}
                </span>
              </li>
            ))}
          </ol>
          <section className={styles.change}>
            <h3>{text(why.answer.allowed ? 'why-stop' : 'why-allow')}</h3>
            <ul className={styles.list}>
              {why.change.map((step) => (
                <li key={JSON.stringify(step)}>{changeWords(step)}</li>
              ))}
            </ul>
            {why.role_ids.length > 0 && (
              <p className={styles.soft}>
                {text('why-roles', {
                  roles: l10n.list(
                    roles
                      .filter(({ id }) => why.role_ids.includes(id))
                      .map((role) => roleName(l10n, role)),
                  ),
                })}
              </p>
            )}
          </section>
        </div>
      ) : (
        <Skeleton />
      )}
    </Dialog>
  )

  function stepsOf(why: AccessExplanation): Step[] {
    const steps: Step[] = why.chain.map((link, index) => {
      const held = link.direct || link.role_ids.length > 0
      const args = {
        permission: text(permissionKey(link.permission)),
        sources: sourceNames(l10n, link, roles),
      }
      const missing = index === 0 ? 'why-step-lacking' : 'why-step-rests-lacking'
      const given = index === 0 ? 'why-step-given' : 'why-step-rests'
      return { id: link.permission, good: held, words: text(held ? given : missing, args) }
    })
    if (why.within !== null) {
      steps.push({ id: 'scope', good: why.within, words: withinWords(why) })
    }
    if (why.precondition) {
      const { precondition, met } = why.precondition
      const words = text(met ? `why-step-${precondition}` : `precondition-${precondition}`)
      steps.push({ id: 'precondition', good: met, words })
    }
    const active = why.status === 'active'
    const status = text(`status-${why.status}`)
    steps.push({ id: 'status', good: active, words: text('why-step-status', { status }) })
    if (why.needs_second_factor) {
      const lacking = why.change.some(({ kind }) => kind === 'set_up_second_factor')
      const refused = why.change.some(({ kind }) => kind === 'set_up_elsewhere')
      const words = text(`why-step-factor-${refused ? 'built-in' : why.second_factor}`)
      steps.push({ id: 'factor', good: !lacking && !refused, words })
      const cooling = why.change.find((step) => step.kind === 'wait')
      if (cooling) {
        const until = l10n.dateTime(cooling.until)
        steps.push({ id: 'cooling', good: false, words: text('why-step-cooling', { until }) })
      }
    }
    return steps
  }

  function withinWords(why: AccessExplanation): string {
    const through = (groups.data ?? []).filter(({ id }) => why.group_ids.includes(id))
    if (!why.within || through.length === 0) {
      return text(why.within ? 'why-step-within' : 'why-step-outside')
    }
    const named = (user.scope.location_ids ?? []).length > 0
    return text(named ? 'why-step-within-also' : 'why-step-within-groups', {
      count: through.length,
      groups: l10n.list(through.map((group) => group.name)),
    })
  }

  function changeWords(step: AccessChange): string {
    switch (step.kind) {
      case 'give':
        return text('why-change-give', { permissions: permissionList(l10n, step.permissions) })
      case 'take_role': {
        const role = roles.find(({ id }) => id === step.role_id)
        return text('why-change-take_role', { role: role ? roleName(l10n, role) : '' })
      }
      case 'take_direct':
        return text('why-change-take_direct', { permission: text(permissionKey(step.permission)) })
      case 'meet':
        return text(`why-change-${step.precondition}`)
      case 'activate':
        return text('why-change-activate', { status: text(`status-${step.status}`) })
      case 'wait':
        return text('why-change-wait', { until: l10n.dateTime(step.until) })
      default:
        return text(`why-change-${step.kind}`, { name })
    }
  }
}
