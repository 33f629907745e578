import { Icon } from '../../../components'
import type { UserRow } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { personName } from '../names'
import styles from './BulkDialog.module.css'
import type { Refusal } from './refusal'

/** Who is left out, and why. */
export function SkippedList({
  skipped,
}: {
  skipped: readonly { row: UserRow; refusal: Refusal }[]
}) {
  const { problem } = useL10n()
  return (
    <ul className={styles.list}>
      {skipped.map(({ row, refusal }) => (
        <li key={row.id} className={styles.item}>
          <Icon name="minus" size={14} />
          <bdi>{personName(row)}</bdi>
          <span className={styles.why}>{problem(refusal)}</span>
        </li>
      ))}
    </ul>
  )
}
