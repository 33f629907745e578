import { useOnline } from '../../../app/connection'
import { Banner, Button, Dialog, Icon } from '../../../components'
import { ProgressBar } from '../../../components/ProgressBar/ProgressBar'
import type { IpcFailure } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import styles from '../bulk/BulkDialog.module.css'
import type { SeveralRun, useAddSeveral } from './useAddSeveral'

/** Adding several people: progress, what became of each, another try, and the offer to invite them. */
export function SeveralRunDialog({
  run,
  several,
  onClose,
}: {
  run: SeveralRun
  several: ReturnType<typeof useAddSeveral>
  onClose: () => void
}) {
  const { text, problem, fieldProblem } = useL10n()
  const online = useOnline()
  const offline = online ? undefined : problem({ code: 'offline' })
  const inviting = run.phase === 'inviting' || run.phase === 'invited'
  const working = run.phase === 'adding' || run.phase === 'inviting'
  const users = run.added.flatMap(({ result }) => result ?? [])
  const refused = run.added.flatMap(({ item, failure }) => (failure ? [item] : []))
  const uninvited = run.invited.flatMap(({ item, failure }) => (failure ? [item] : []))
  const shared = users.filter((user) => user.group_mailbox)
  const lines = inviting
    ? run.invited.map(({ item, failure }) => ({ email: item.sign_in_name, failure }))
    : run.added.map(({ item, failure }) => ({ email: item.email, failure }))
  lines.sort((a, b) => Number(b.failure !== null) - Number(a.failure !== null))

  return (
    <Dialog
      open
      onClose={onClose}
      mustAnswer={working}
      title={text(inviting ? 'several-inviting' : 'several-adding', { count: run.total })}
      closeLabel={text('users-close')}
      footer={footer()}
    >
      <div className={styles.parts}>
        <ProgressBar
          label={text(working ? 'bulk-running' : 'bulk-finished')}
          valueText={text('bulk-progress', { done: lines.length, total: run.total })}
          value={lines.length}
          max={run.total}
        />
        {run.phase === 'added' && users.length > 0 && (
          <p>{text('several-offer', { count: users.length })}</p>
        )}
        {run.phase === 'added' && run.asks && users.length > 0 && (
          <Banner tone="info" title={text('approvals-asked-done')}>
            {text('several-waiting', { count: users.length })}
          </Banner>
        )}
        {run.phase === 'added' && shared.length > 0 && (
          <Banner tone="warning" title={text('group-mailbox-title')}>
            {shared.map((user) => user.sign_in_name).join(', ')}
          </Banner>
        )}
        <ul className={styles.list} aria-label={text('bulk-results')}>
          {lines.map(({ email, failure }) => (
            <li key={email} className={styles.item}>
              <span className={failure ? styles.bad : styles.good}>
                <Icon name={failure ? 'danger' : 'check'} size={14} />
              </span>
              <span>
                <bdi>{email}</bdi>{' '}
                <span className="unseen">{text(failure ? 'bulk-failed' : 'bulk-done')}</span>
              </span>
              {failure && <span className={styles.why}>{why(failure)}</span>}
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )

  /** What the service holds against one field says more than that some field is wrong. */
  function why(failure: IpcFailure): string {
    const [first] = failure.errors
    return first ? fieldProblem(first) : problem(failure)
  }

  function footer() {
    if (working) {
      return <Button onPress={several.stop}>{text('bulk-stop')}</Button>
    }
    const again = inviting ? uninvited.length : refused.length
    return (
      <>
        {again > 0 && (
          <Button
            icon="retry"
            unavailableReason={offline}
            onPress={() => void (inviting ? several.invite(uninvited) : several.add(refused))}
          >
            {text('bulk-retry', { count: again })}
          </Button>
        )}
        <Button variant={inviting ? 'primary' : 'quiet'} onPress={onClose}>
          {text(inviting || users.length === 0 ? 'users-close' : 'offer-later')}
        </Button>
        {!inviting && users.length > 0 && (
          <Button
            variant="primary"
            icon="mail"
            unavailableReason={offline}
            onPress={() => void several.invite(users)}
          >
            {text('several-invite', { count: users.length })}
          </Button>
        )}
      </>
    )
  }
}
