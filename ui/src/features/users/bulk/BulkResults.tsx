import { Icon, type IconName } from '../../../components'
import { useL10n } from '../../../l10n'
import { LinkCard } from '../link/LinkCard'
import { ownerOf, personName } from '../names'
import styles from './BulkDialog.module.css'
import type { Outcome } from './runBulk'

const LOOK: Record<Outcome['kind'], { icon: IconName; className: string | undefined }> = {
  done: { icon: 'check', className: styles.good },
  asked: { icon: 'approvals', className: styles.waits },
  failed: { icon: 'danger', className: styles.bad },
}

/** What became of each user; failures first, since they need an answer. */
export function BulkResults({ outcomes }: { outcomes: readonly Outcome[] }) {
  const { text, problem } = useL10n()
  const sorted = [...outcomes].sort(
    (a, b) => Number(b.kind === 'failed') - Number(a.kind === 'failed'),
  )
  return (
    <ul className={styles.list} aria-label={text('bulk-results')}>
      {sorted.map((outcome) => (
        <li key={outcome.row.id} className={styles.item}>
          <span className={LOOK[outcome.kind].className}>
            <Icon name={LOOK[outcome.kind].icon} size={14} />
          </span>
          <span>
            <bdi>{personName(outcome.row)}</bdi>{' '}
            <span className="unseen">{text(`bulk-${outcome.kind}`)}</span>
          </span>
          {outcome.kind === 'asked' && <span className={styles.why}>{text('bulk-waits')}</span>}
          {outcome.kind === 'failed' && (
            <span className={styles.why}>{problem(outcome.failure)}</span>
          )}
          {outcome.kind === 'done' && outcome.handOver !== null && (
            <div className={styles.why}>
              <LinkCard owner={ownerOf(outcome.row)} handOver={outcome.handOver} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
