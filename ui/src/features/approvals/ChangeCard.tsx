import { useState } from 'react'
import { changeBetween, describeChange, permissionList } from '../../access/accessChange'
import { reachName, roleName } from '../../access/names'
import { useCatalogue, useLocationGroups, useLocationNames } from '../../access/queries'
import { places } from '../../access/scope/scopeChange'
import { useChangesAnswered } from '../../app/approvals'
import { useOnline } from '../../app/connection'
import { barred } from '../../app/LockedReason'
import { useMembership, useSession } from '../../app/session'
import { Banner, Button, type IconName, StatusBadge, type Tone, toast } from '../../components'
import { backend, type ChangeState, IpcFailure, type PendingChange } from '../../ipc/client'
import { useL10n, useNow } from '../../l10n'
import styles from './ApprovalsScreen.module.css'
import { nameOf } from './nameOf'

const LOOK: Record<ChangeState, { tone: Tone; icon: IconName }> = {
  waiting: { tone: 'info', icon: 'expired' },
  granted: { tone: 'positive', icon: 'active' },
  refused: { tone: 'danger', icon: 'deactivated' },
  withdrawn: { tone: 'neutral', icon: 'back' },
  lapsed: { tone: 'warning', icon: 'expired' },
  overtaken: { tone: 'warning', icon: 'retry' },
}

type Answer = 'grant' | 'refuse' | 'withdraw'

/** One change: who asks, for whom, what it would do in one sentence, until when. */
export function ChangeCard({ change }: { change: PendingChange }) {
  const l10n = useL10n()
  const { text, problem } = l10n
  const { me, can } = useSession()
  const customerId = useMembership().customer.id
  const online = useOnline()
  const now = useNow()
  const answered = useChangesAnswered(customerId)
  const [busy, setBusy] = useState<Answer | null>(null)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const target = nameOf(change.target)
  const placeIds = change.scope?.kind === 'only' ? (change.scope.location_ids ?? []) : []
  const { data: catalogue } = useCatalogue()
  const { data: named } = useLocationNames(
    customerId,
    placeIds,
    placeIds.length > 0 && can('locations.view'),
  )
  const groupIds = change.scope?.kind === 'only' ? (change.scope.group_ids ?? []) : []
  const { data: groups } = useLocationGroups(
    customerId,
    groupIds.length > 0 && can('locations.view'),
  )
  const isNamed = (named || placeIds.length === 0) && (groups || groupIds.length === 0)
  const count = placeIds.length + groupIds.length
  const chosen = (groups ?? []).filter(({ id }) => groupIds.includes(id))
  const reach =
    isNamed && count > 0
      ? places(l10n, [...chosen, ...(named ?? [])])
      : reachName(l10n, change.scope?.kind ?? 'all', count)
  const own = change.asked_by.id === me.user_id
  const offline = online ? undefined : problem({ code: 'offline' })
  const refusal = change.refusal === null ? undefined : { code: change.refusal }

  const answer = async (how: Answer) => {
    setBusy(how)
    setFailure(null)
    try {
      const call = {
        grant: backend.grantPendingChange,
        refuse: backend.refusePendingChange,
        withdraw: backend.withdrawPendingChange,
      }[how]
      await call(customerId, change.id)
      toast({ tone: 'positive', title: text(`approvals-done-${how}`, { name: target }) })
    } catch (thrown) {
      setFailure(IpcFailure.from(thrown))
    }
    setBusy(null)
    await answered()
  }

  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h3>{text(`approvals-title-${change.kind}`, { name: target })}</h3>
        <StatusBadge {...LOOK[change.state]}>{text(`change-state-${change.state}`)}</StatusBadge>
      </div>
      <p className={styles.effect}>{effect()}</p>
      <p className={styles.soft}>
        {own
          ? text('approvals-asked-own', { when: l10n.relative(change.asked_at, now) })
          : text('approvals-asked', {
              name: nameOf(change.asked_by),
              when: l10n.relative(change.asked_at, now),
            })}{' '}
        {change.state === 'waiting'
          ? text('approvals-until', { when: l10n.dateTime(change.expires_at) })
          : change.ended_by !== null &&
            change.ended_at !== null &&
            text('approvals-ended-by', {
              name: nameOf(change.ended_by),
              when: l10n.relative(change.ended_at, now),
            })}
      </p>
      {failure && (
        <Banner tone="danger" live>
          {problem(failure)}
        </Banner>
      )}
      {change.state === 'waiting' && (
        <div className={styles.actions}>
          {own ? (
            <Button
              icon="back"
              busy={busy === 'withdraw'}
              unavailableReason={offline}
              onPress={() => void answer('withdraw')}
            >
              {text('approvals-withdraw')}
            </Button>
          ) : (
            <>
              <Button
                variant="primary"
                icon="check"
                busy={busy === 'grant'}
                {...barred(online ? refusal : { code: 'offline' })}
                onPress={() => void answer('grant')}
              >
                {text('approvals-grant', { name: target })}
              </Button>
              <Button
                icon="close"
                busy={busy === 'refuse'}
                unavailableReason={offline}
                onPress={() => void answer('refuse')}
              >
                {text('approvals-refuse')}
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  )

  /** What it would do; once it has ended, what was asked for. */
  function effect(): string {
    if (change.kind === 'dead_mailbox') {
      return text('approvals-mailbox', { name: target, email: change.email ?? '' })
    }
    if (change.kind === 'approvals_off') {
      return text('approvals-off')
    }
    if (change.kind === 'second_factor_reset') {
      return text('approvals-factor', { name: target })
    }
    if (change.kind === 'critical_role') {
      const role = change.role_name ?? ''
      const was = change.roles[0] ? roleName(l10n, change.roles[0]) : role
      const renamed = was === role ? '' : ` ${text('approvals-role-renamed', { was, role })}`
      const gains = permissionList(l10n, change.gains)
      return change.state === 'waiting'
        ? `${text('approvals-role', { role: was, gains })}${renamed}`
        : text('approvals-role-asked', { role: was })
    }
    if (change.kind === 'role_deletion') {
      const [first, other = first] = change.roles.map((role) => roleName(l10n, role))
      return change.state === 'waiting'
        ? text('approvals-deletion', {
            role: first ?? '',
            other: other ?? '',
            gains: permissionList(l10n, change.gains),
          })
        : text('approvals-deletion-asked', { other: other ?? '' })
    }
    if (change.kind === 'own_locations') {
      return text('approvals-reach', { name: target, reach })
    }
    const roles = l10n.list(change.roles.map((role) => roleName(l10n, role)))
    if (change.state !== 'waiting') {
      return text('approvals-roles', { name: target, roles })
    }
    // As whoever asked has read it: what is critical stands in front.
    const { gains, loses } = change
    const inOrder = catalogue
      ? changeBetween(new Set(loses), new Set(gains), catalogue)
      : { gained: gains, lost: loses }
    const what = describeChange(l10n, target, inOrder)
    const where =
      change.kind === 'new_user' ? ` ${text('approvals-new-reach', { name: target, reach })}` : ''
    return `${text('approvals-roles', { name: target, roles })} ${what}${where}`
  }
}
