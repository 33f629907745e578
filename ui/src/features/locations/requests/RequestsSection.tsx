import { useState } from 'react'
import { Banner, Button, Skeleton } from '../../../components'
import { IpcFailure, type LocationRequest } from '../../../ipc/client'
import { useL10n, useNow } from '../../../l10n'
import { RequestCard } from './RequestCard'
import styles from './Requests.module.css'
import { useMayRequest, useRequests } from './useRequests'

/** How long an answer stays in sight by itself, in milliseconds: 30 days. */
const LATELY = 30 * 24 * 60 * 60 * 1000

/** What the customer asked the provider for, for those who may ask. Nothing, if nobody ever did. */
export function RequestsSection() {
  const { text, problem } = useL10n()
  const may = useMayRequest()
  const list = useRequests()
  const now = useNow()
  const [all, setAll] = useState(false)
  const requests = list.data?.pages.flatMap(({ items }) => items) ?? []
  const lately = ({ state, answered_at }: LocationRequest) =>
    state === 'waiting' || Date.parse(answered_at ?? '') > now - LATELY
  const shown = all ? requests : requests.filter(lately)
  const more = shown.length < requests.length || list.hasNextPage
  if (!may || (list.data !== undefined && requests.length === 0)) {
    return null
  }
  return (
    <section className={styles.section} aria-busy={list.isPending}>
      <h2>{text('requests-title')}</h2>
      {list.isError && list.data === undefined ? (
        <Banner
          tone="danger"
          title={text('requests-failed')}
          action={
            <Button size="small" onPress={() => void list.refetch()}>
              {text('users-retry')}
            </Button>
          }
        >
          {problem(IpcFailure.from(list.error))}
        </Banner>
      ) : list.isPending ? (
        <Skeleton height="5rem" />
      ) : (
        shown.length > 0 && (
          <ul className={styles.list} aria-label={text('requests-list')}>
            {shown.map((request) => (
              <RequestCard key={request.id} request={request} />
            ))}
          </ul>
        )
      )}
      {more && (
        <div>
          <Button
            size="small"
            busy={list.isFetchingNextPage}
            onPress={() => {
              setAll(true)
              if (shown.length === requests.length) {
                void list.fetchNextPage()
              }
            }}
          >
            {text('requests-show-more')}
          </Button>
        </div>
      )}
    </section>
  )
}
