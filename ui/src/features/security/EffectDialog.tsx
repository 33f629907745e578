import { useMutation, useQuery } from '@tanstack/react-query'
import { ApprovalDialog } from '../../app/ApprovalDialog'
import { useOnline } from '../../app/connection'
import { Banner, Button, Dialog, ErrorState, Icon, Skeleton } from '../../components'
import {
  type Affected,
  backend,
  IpcFailure,
  type SecurityPolicy,
  type SecurityPolicyView,
} from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './SecurityScreen.module.css'
import { GROUPS } from './settings'

/** What changes and for whom, before it is saved. */
export function EffectDialog({
  customerId,
  view,
  draft,
  onSaved,
  onStale,
  onClose,
}: {
  customerId: string
  view: SecurityPolicyView
  draft: SecurityPolicy
  onSaved: (view: SecurityPolicyView) => void
  onStale: () => void
  onClose: () => void
}) {
  const { text, problem } = useL10n()
  const online = useOnline()
  const effect = useQuery({
    queryKey: ['security-policy', customerId, 'effect', draft],
    queryFn: () => backend.previewSecurityPolicy(customerId, draft),
    gcTime: 0,
  })
  const save = useMutation({
    mutationFn: () => backend.changeSecurityPolicy(customerId, view.version, draft),
    onSuccess: (after) => {
      onClose()
      onSaved(after)
    },
  })
  const failure = save.isError ? IpcFailure.from(save.error) : null
  const was = view.policy.approve_critical_grants ?? false
  const will = draft.approve_critical_grants ?? false
  const mailed = draft.mailed_codes ?? true
  const enforced = draft.second_factor?.kind ?? 'optional'
  const refusedBefore = view.policy.refuse_built_in_codes ?? false
  const refusedAfter = draft.refuse_built_in_codes ?? false
  const nobodyAgrees = will && !was && effect.data?.approvers === 0
  // What else was changed needs nobody's agreement, and is saved with the setting as it is.
  const saveRest = async () => {
    const rest = { ...draft, approve_critical_grants: true }
    const same = JSON.stringify(rest) === JSON.stringify(view.policy)
    const after = same ? view : await backend.changeSecurityPolicy(customerId, view.version, rest)
    onClose()
    onSaved(after)
  }
  const numbers = GROUPS.flatMap(({ settings }) => settings.flatMap((each) => each.numbers))
  const moved = numbers.filter((number) => draft[number] !== view.policy[number])
  if (failure?.code === 'approval_required') {
    return (
      <ApprovalDialog
        customerId={customerId}
        refusal={failure}
        request={{ kind: 'approvals_off' }}
        onAsked={saveRest}
        onClose={() => save.reset()}
      />
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('security-effect-title')}
      closeLabel={text('users-close')}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {text('users-cancel')}
          </Button>
          <Button
            variant="primary"
            busy={save.isPending}
            unavailableReason={
              online
                ? effect.data
                  ? nobodyAgrees
                    ? text('security-approval-nobody')
                    : undefined
                  : text('security-effect-waiting')
                : problem({ code: 'offline' })
            }
            onPress={() => save.mutate()}
          >
            {text('security-save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {failure && (
          <Banner
            tone="danger"
            live
            action={
              failure.code === 'stale' ? (
                <Button
                  onPress={() => {
                    onClose()
                    onStale()
                  }}
                >
                  {text('security-reload')}
                </Button>
              ) : undefined
            }
          >
            {failure.code === 'stale' ? text('security-stale') : problem(failure)}
          </Banner>
        )}
        {(draft.profile !== view.policy.profile || moved.length > 0) && (
          <ul className={styles.changes}>
            {draft.profile !== view.policy.profile && (
              <li>
                {text('security-change-profile', {
                  before: text(`security-profile-${view.policy.profile}`),
                  after: text(`security-profile-${draft.profile}`),
                })}
              </li>
            )}
            {moved.map((number) => (
              <li key={number}>
                {text('security-change-number', {
                  setting: text(`security-number-${number}`),
                  before: view.policy[number],
                  after: draft[number],
                })}
              </li>
            ))}
          </ul>
        )}
        {was !== will && (
          <Banner tone={nobodyAgrees ? 'warning' : 'info'} title={text('security-approval')}>
            {will
              ? nobodyAgrees
                ? text('security-approval-nobody')
                : text('security-approval-on', { count: effect.data?.approvers ?? 0 })
              : text('security-approval-off')}
          </Banner>
        )}
        {effect.data && mailed !== (view.policy.mailed_codes ?? true) && (
          <Banner tone={mailed ? 'info' : 'warning'} title={text('security-mailed-codes')}>
            {text(mailed ? 'security-mailed-codes-on' : `security-mailed-codes-off-${enforced}`, {
              count: effect.data.mailed_codes,
            })}
          </Banner>
        )}
        {refusedBefore !== refusedAfter && effect.data && (
          <Banner tone="info" title={text('security-built-in')}>
            {refusedAfter
              ? text('security-built-in-on', { count: effect.data.built_in_only })
              : text('security-built-in-off')}
          </Banner>
        )}
        <h3 className={styles.name}>{text('security-effect-now')}</h3>
        {effect.data ? (
          <ul className={styles.effects}>
            <Effect id="expired" affected={effect.data.expired} />
            <Effect id="locked" affected={effect.data.locked} />
            <li className={styles.effect}>
              <Icon name="signOut" />
              <span>{text('security-effect-asked', { count: effect.data.asked })}</span>
            </li>
          </ul>
        ) : effect.error ? (
          <ErrorState
            title={text('security-effect-failed')}
            action={<Button onPress={() => void effect.refetch()}>{text('users-retry')}</Button>}
          >
            {problem(IpcFailure.from(effect.error))}
          </ErrorState>
        ) : (
          <Skeleton />
        )}
        <p className={styles.soft}>{text('security-effect-passwords')}</p>
      </div>
    </Dialog>
  )
}

function Effect({ id, affected }: { id: 'expired' | 'locked'; affected: Affected }) {
  const { text } = useL10n()
  const newly = Math.max(0, affected.after - affected.before)
  const more = newly - affected.names.length
  return (
    <li className={styles.effect}>
      <Icon name={id === 'expired' ? 'expired' : 'locked'} />
      <span>
        {text(`security-effect-${id}`, { before: affected.before, after: affected.after })}
        {affected.names.length > 0 && (
          <span className={styles.soft}>
            {' '}
            {affected.names.join(', ')}
            {more > 0 && ` ${text('security-effect-more', { count: more })}`}
          </span>
        )}
      </span>
    </li>
  )
}
