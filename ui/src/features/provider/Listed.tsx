import type { ReactNode } from 'react'
import { Button, ErrorState, Skeleton } from '../../components'
import { IpcFailure } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './Provider.module.css'
import type { Pages } from './usePages'

/** A list as it is read: waiting, failed, empty, or one card after the other, with the way to more. */
export function Listed<T>({
  pages,
  label,
  failed,
  empty,
  children,
}: {
  pages: Pages<T>
  /** What is listed. */
  label: string
  /** Said when it cannot be read. */
  failed: string
  /** Shown when there is nothing. */
  empty: ReactNode
  children: (item: T) => ReactNode
}) {
  const { text, problem } = useL10n()
  if (pages.isError && pages.data === undefined) {
    return (
      <ErrorState
        title={failed}
        action={<Button onPress={() => void pages.refetch()}>{text('users-retry')}</Button>}
      >
        {problem(IpcFailure.from(pages.error))}
      </ErrorState>
    )
  }
  if (pages.isPending) {
    return (
      <div className={styles.waiting} aria-busy>
        <Skeleton height="6rem" />
        <Skeleton height="6rem" />
      </div>
    )
  }
  if (pages.items.length === 0) {
    return empty
  }
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {pages.items.map(children)}
      </ul>
      {pages.hasNextPage && (
        <div>
          <Button busy={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            {text('provider-show-more')}
          </Button>
        </div>
      )}
    </>
  )
}
