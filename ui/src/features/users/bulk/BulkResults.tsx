import { Icon } from '../../../components'
import { useL10n } from '../../../l10n'
import { LinkCard } from '../link/LinkCard'
import { ownerOf, personName } from '../names'
import styles from './BulkDialog.module.css'
import type { Outcome } from './runBulk'

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
          <span className={outcome.kind === 'done' ? styles.good : styles.bad}>
            <Icon name={outcome.kind === 'done' ? 'check' : 'danger'} size={14} />
          </span>
          <span>
            <bdi>{personName(outcome.row)}</bdi>{' '}
            <span className="unseen">
              {text(outcome.kind === 'done' ? 'bulk-done' : 'bulk-failed')}
            </span>
          </span>
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
