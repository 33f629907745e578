import { Icon } from '../../../components/Icon/Icon'
import type { UserRow } from '../../../ipc/client'
import { useL10n } from '../../../l10n/L10nContext'
import { personName } from '../names'
import styles from './PersonCell.module.css'

const PENDING = new Set(['not_invited', 'activation_link_sent', 'activation_link_expired'])

/** Name and sign-in name; a small letter marks who has not taken up the invitation yet (S37). */
export function PersonCell({
  row,
  own,
  withSignInName,
}: {
  row: UserRow
  own: boolean
  withSignInName: boolean
}) {
  const { text } = useL10n()
  return (
    <span className={styles.person}>
      <span className={styles.line}>
        <bdi className={styles.name}>{personName(row)}</bdi>
        {own && <span className={styles.own}>{text('users-own')}</span>}
        {PENDING.has(row.status.kind) && (
          <span className={styles.pending}>
            <Icon name="mail" size={12} />
            <span className="unseen">{text('users-pending')}</span>
          </span>
        )}
      </span>
      {withSignInName && <bdi className={styles.signInName}>{row.sign_in_name}</bdi>}
    </span>
  )
}
