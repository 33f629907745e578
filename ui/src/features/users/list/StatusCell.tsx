import { StatusBadge } from '../../../components/StatusBadge/StatusBadge'
import type { Status } from '../../../ipc/client'
import { useL10n } from '../../../l10n/L10nContext'
import { useNow } from '../../../l10n/useNow'
import styles from './StatusCell.module.css'
import { STATUS_LOOK, statusDetail } from './statusLook'

/**
 * Symbol, word, and what comes next (rule 10 of the UI). In a row of the table the second line has
 * the same place as the second line of the name.
 */
export function StatusCell({ status, stacked = false }: { status: Status; stacked?: boolean }) {
  const l10n = useL10n()
  const now = useNow()
  const detail = statusDetail(l10n, status, now)
  const { tone, icon } = STATUS_LOOK[status.kind]
  return (
    <span className={stacked ? styles.stacked : styles.status}>
      <StatusBadge tone={tone} icon={icon}>
        {l10n.text(`status-${status.kind}`)}
      </StatusBadge>
      {detail && <span className={styles.detail}>{detail}</span>}
    </span>
  )
}
