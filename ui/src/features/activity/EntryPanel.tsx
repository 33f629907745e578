import { Link } from '@tanstack/react-router'
import { ActivityLink } from '../../app/activity/ActivityLink'
import {
  actorName,
  fieldName,
  sentenceOf,
  targetName,
  valueText,
} from '../../app/activity/sentences'
import { useSession } from '../../app/session'
import { Fact, Facts, SidePanel } from '../../components'
import type { AuditEntry } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './ActivityScreen.module.css'

/** One entry in full. */
export function EntryPanel({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  const l10n = useL10n()
  const { text, number } = l10n
  const { can } = useSession()
  const { origin } = entry
  const person = (id: string | null, known: boolean, name: string) =>
    id !== null && known && can('users.view') ? (
      <Link to="/users/$userId" params={{ userId: id }}>
        {name}
      </Link>
    ) : (
      name
    )
  return (
    <SidePanel
      title={text(`audit-${entry.action}`)}
      subtitle={l10n.dateTime(entry.at)}
      closeLabel={text('users-close')}
      onClose={onClose}
    >
      <div className={styles.entry}>
        <p>{sentenceOf(l10n, entry)}</p>
        <Facts>
          <Fact name={text('activity-who')}>
            {person(entry.actor_id, entry.actor_name !== null, actorName(l10n, entry))}
          </Fact>
          {entry.target_id !== null && entry.target_id !== entry.actor_id && (
            <Fact name={text('activity-whom')}>
              {person(entry.target_id, entry.target_name !== null, targetName(l10n, entry))}
            </Fact>
          )}
          {entry.changes.map(({ field, before, after }) => (
            <Fact key={field} name={fieldName(l10n, field)}>
              {before.length > 0 && (
                <del className={styles.before}>
                  {l10n.list(before.map((value) => valueText(l10n, field, value)))}
                </del>
              )}
              <ins className={styles.after}>
                {after.length === 0
                  ? text('activity-nothing')
                  : l10n.list(after.map((value) => valueText(l10n, field, value)))}
              </ins>
            </Fact>
          ))}
          {origin?.device && <Fact name={text('activity-device')}>{origin.device}</Fact>}
          {origin?.program && <Fact name={text('activity-program')}>{origin.program}</Fact>}
          {origin?.address && (
            <Fact name={text('activity-address')}>
              <bdi>{origin.address}</bdi>
            </Fact>
          )}
          {entry.sequence !== null && (
            <Fact name={text('activity-place')}>{number(entry.sequence)}</Fact>
          )}
        </Facts>
        {entry.details_erased && <p className={styles.quiet}>{text('activity-erased')}</p>}
        {entry.target_id !== null && <ActivityLink about={entry.target_id} />}
      </div>
    </SidePanel>
  )
}
