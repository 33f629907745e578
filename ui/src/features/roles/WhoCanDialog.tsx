import { Link } from '@tanstack/react-router'
import { personName } from '../../access/names'
import { sourceNames } from '../../access/words'
import { Banner, Button, Dialog, ErrorState, Skeleton } from '../../components'
import { type CataloguePermission, IpcFailure, type Permission, type Role } from '../../ipc/client'
import { permissionKey, useL10n } from '../../l10n'
import { useHolders } from './queries'
import styles from './WhoCanDialog.module.css'

/** Who may do something, and through what. */
export function WhoCanDialog({
  customerId,
  permission,
  entry,
  roles,
  onClose,
}: {
  customerId: string
  permission: Permission
  entry: CataloguePermission | undefined
  roles: readonly Role[]
  onClose: () => void
}) {
  const l10n = useL10n()
  const { text } = l10n
  const key = permissionKey(permission)
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useHolders(
    customerId,
    permission,
  )
  const holders = data?.pages.flatMap(({ items }) => items) ?? []
  const first = data?.pages[0]
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('can-title', { permission: text(key) })}
      closeLabel={text('users-close')}
    >
      <div className={styles.parts}>
        <p className={styles.soft}>
          {text(`${key}-description`)} {entry?.critical && text(`${key}-risk`)}
        </p>
        {error && (
          <ErrorState title={text('can-failed')}>{l10n.problem(IpcFailure.from(error))}</ErrorState>
        )}
        {first?.precondition && (
          <Banner tone="warning">{text(`precondition-${first.precondition}`)}</Banner>
        )}
        {entry?.needs_second_factor && <Banner tone="info">{text('can-factor')}</Banner>}
        {!data && !error && <Skeleton />}
        {first && (
          <p role="status">{text('can-count', { count: first.page.total ?? holders.length })}</p>
        )}
        <ul className={styles.list}>
          {holders.map(({ user, role_ids, direct }) => (
            <li key={user.id} className={styles.holder}>
              <Link to="/users/$userId" params={{ userId: user.id }}>
                {personName(user)}
              </Link>
              <span className={styles.soft}>{sourceNames(l10n, { role_ids, direct }, roles)}</span>
            </li>
          ))}
        </ul>
        {hasNextPage && (
          <div className={styles.more}>
            <Button busy={isFetchingNextPage} onPress={() => void fetchNextPage()}>
              {text('can-more')}
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  )
}
