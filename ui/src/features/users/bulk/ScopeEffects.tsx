import { describeScopeChange, without } from '../../../access/scope/scopeChange'
import { isComplete, type ScopeChoice, sameScope } from '../../../access/scope/scopeChoice'
import { useReach } from '../../../access/scope/useReach'
import { Icon } from '../../../components'
import type { UserRow } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { personName } from '../names'
import styles from './BulkDialog.module.css'
import { useFormerScopes } from './useFormerScopes'

/** What setting locations gives and takes, for each user by name, with how many gain and lose. */
export function ScopeEffects({
  customerId,
  choice,
  rows,
}: {
  customerId: string
  choice: ScopeChoice
  rows: readonly UserRow[]
}) {
  const l10n = useL10n()
  const { text } = l10n
  const { former, failed } = useFormerScopes(customerId, rows)
  const read = (former ?? []).flatMap(({ row, scope }) => (scope ? [{ row, scope }] : []))
  const reached = useReach(customerId, [...read.map(({ scope }) => scope), choice])
  if (!isComplete(choice) || rows.length === 0) {
    return null
  }
  const after = reached?.at(-1)
  if (!former || !reached || !after) {
    return <p className={styles.why}>{text(failed ? 'bulk-scope-unread' : 'bulk-scope-reading')}</p>
  }
  const each = read.flatMap(({ row }, at) => {
    const before = reached[at]
    return before ? [{ row, before }] : []
  })
  const unread = former.filter(({ scope }) => scope === null)
  const changed = each.filter(({ before }) => !sameScope(before, after))
  const gain = changed.filter(({ before }) => gains(before, after)).length
  const lose = changed.filter(({ before }) => gains(after, before)).length
  return (
    <div className={styles.left}>
      <p>{text('bulk-scope-counts', { gain, lose, same: each.length - changed.length })}</p>
      <ul className={styles.list} aria-label={text('bulk-scope-each')}>
        {changed.map(({ row, before }) => (
          <li key={row.id} className={styles.item}>
            <Icon name="location" size={14} />
            <span>{describeScopeChange(l10n, personName(row), before, after)}</span>
          </li>
        ))}
        {unread.map(({ row }) => (
          <li key={row.id} className={styles.item}>
            <Icon name="danger" size={14} />
            <bdi>{personName(row)}</bdi>
            <span className={styles.why}>{text('bulk-scope-unread')}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Whether one scope reaches something that the other does not. */
function gains(before: ScopeChoice, after: ScopeChoice): boolean {
  if (after.kind === 'all' || before.kind === 'all') {
    return after.kind === 'all' && before.kind !== 'all'
  }
  const had = before.kind === 'only' ? before.locations : []
  const has = after.kind === 'only' ? after.locations : []
  return without(has, had).length > 0
}
