import { Icon } from '../../components'
import type { Judgement } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './Standards.module.css'

/** Which clauses about a subject the policy meets, and which it breaks. */
export function Standards({
  subject,
  judgements,
}: {
  subject: string
  judgements: readonly Judgement[]
}) {
  const { text } = useL10n()
  const about = judgements.filter((judgement) => judgement.subject === subject)
  if (about.length === 0) {
    return null
  }
  return (
    <ul className={styles.list} aria-label={text('security-standards')}>
      {about.map(({ standard, clause, met }) => (
        <li key={`${standard}-${clause}`} className={met ? styles.met : styles.broken}>
          <Icon name={met ? 'check' : 'minus'} size={14} />
          {text(met ? 'security-meets' : 'security-breaks', {
            standard: text(`standard-${standard}`),
            clause,
          })}
        </li>
      ))}
    </ul>
  )
}
