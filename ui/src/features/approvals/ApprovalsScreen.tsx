import { usePendingChanges } from '../../app/approvals'
import { Button, EmptyState, ErrorState, Skeleton } from '../../components'
import { IpcFailure, type PendingChange } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { AgreeToAll } from './AgreeToAll'
import styles from './ApprovalsScreen.module.css'
import { ChangeCard } from './ChangeCard'

/** What waits for a second administrator, and what became of it (lifts L1 and L2). */
export function ApprovalsScreen() {
  const { text, problem } = useL10n()
  const { data, error, refetch } = usePendingChanges()
  const waiting = data?.filter(({ state }) => state === 'waiting') ?? []
  const ended = data?.filter(({ state }) => state !== 'waiting') ?? []
  return (
    <div className={styles.page}>
      <header>
        <h1>{text('screen-approvals')}</h1>
        <p className={styles.lead}>{text('approvals-lead')}</p>
      </header>
      {data ? (
        <>
          {waiting.length === 0 ? (
            <EmptyState icon="approvals" title={text('approvals-none')}>
              {text('approvals-none-hint')}
            </EmptyState>
          ) : (
            <section className={styles.group}>
              <div className={styles.head}>
                <h2>{text('approvals-waiting')}</h2>
                {together(waiting).map((changes) => (
                  <AgreeToAll key={changes[0]?.asked_by.id} changes={changes} />
                ))}
              </div>
              <ul className={styles.list}>
                {waiting.map((change) => (
                  <ChangeCard key={change.id} change={change} />
                ))}
              </ul>
            </section>
          )}
          {ended.length > 0 && (
            <section className={styles.group}>
              <h2>{text('approvals-ended')}</h2>
              <ul className={styles.list}>
                {ended.map((change) => (
                  <ChangeCard key={change.id} change={change} />
                ))}
              </ul>
            </section>
          )}
        </>
      ) : error ? (
        <ErrorState
          title={text('approvals-failed')}
          action={<Button onPress={() => void refetch()}>{text('users-retry')}</Button>}
        >
          {problem(IpcFailure.from(error))}
        </ErrorState>
      ) : (
        <div className={styles.list}>
          <Skeleton height="8rem" />
          <Skeleton height="8rem" />
        </div>
      )}
    </div>
  )
}

/** The critical rights that one administrator asks for several people, and that one can agree to. */
function together(waiting: readonly PendingChange[]): PendingChange[][] {
  const byAsker = new Map<string, PendingChange[]>()
  for (const change of waiting) {
    const isAlike = change.kind === 'new_user' || change.kind === 'critical_grant'
    if (isAlike && change.refusal === null) {
      const { id } = change.asked_by
      byAsker.set(id, [...(byAsker.get(id) ?? []), change])
    }
  }
  return [...byAsker.values()].filter((changes) => changes.length > 1)
}
