import { useInfiniteQuery } from '@tanstack/react-query'
import { ActivityLink } from '../../../app/activity/ActivityLink'
import { changeText, sentenceOf } from '../../../app/activity/sentences'
import { LockedReason } from '../../../app/LockedReason'
import { Button, EmptyState, ErrorState, Skeleton } from '../../../components'
import { backend, IpcFailure } from '../../../ipc/client'
import { useL10n, useNow } from '../../../l10n'
import { userKeys } from '../queries'
import styles from './ActivityTab.module.css'

/** What the user did, and what was done to them, newest first. */
export function ActivityTab({
  customerId,
  userId,
  may,
}: {
  customerId: string
  userId: string
  may: boolean
}) {
  const l10n = useL10n()
  const { text, problem } = l10n
  const now = useNow()
  const query = useInfiniteQuery({
    queryKey: userKeys.activity(customerId, userId),
    queryFn: ({ pageParam }) =>
      backend.listAuditEvents(customerId, {
        about: userId,
        action: [],
        from: null,
        until: null,
        cursor: pageParam,
        limit: null,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.page.next_cursor,
    enabled: may,
  })
  if (!may) {
    return (
      <EmptyState icon="locked" title={text('panel-activity-locked')}>
        <LockedReason code="permission_missing" params={{ permission: 'activity.view' }} />
      </EmptyState>
    )
  }
  if (query.isPending) {
    return <Skeleton height="8rem" />
  }
  if (query.isError) {
    return (
      <ErrorState
        title={text('panel-activity-failed')}
        action={<Button onPress={() => void query.refetch()}>{text('users-retry')}</Button>}
      >
        {problem(IpcFailure.from(query.error))}
      </ErrorState>
    )
  }
  const entries = query.data.pages.flatMap(({ items }) => items)
  return (
    <div className={styles.activity}>
      <ActivityLink about={userId} />
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <li key={entry.id} className={styles.entry}>
            <span className={styles.what}>{sentenceOf(l10n, entry)}</span>
            <time dateTime={entry.at} title={l10n.dateTime(entry.at)} className={styles.when}>
              {l10n.relative(entry.at, now)}
            </time>
            {entry.changes.map((change) => (
              <span key={change.field} className={styles.who}>
                {changeText(l10n, change)}
              </span>
            ))}
          </li>
        ))}
      </ol>
      {entries.length === 0 && <p className={styles.who}>{text('panel-activity-none')}</p>}
      {query.hasNextPage && (
        <Button
          size="small"
          busy={query.isFetchingNextPage}
          onPress={() => void query.fetchNextPage()}
        >
          {text('panel-activity-more')}
        </Button>
      )}
    </div>
  )
}
