import { useId } from 'react'
import { Icon } from '../../../components'
import type { ImportRefusal } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import styles from '../Codes.module.css'

/** How many are written out: a file that is no export at all may have thousands. */
const MOST = 100

/** The entries that are not taken over, each with its reason. */
export function ImportRefusals({ refused }: { refused: readonly ImportRefusal[] }) {
  const { text, number } = useL10n()
  const title = useId()
  if (refused.length === 0) {
    return null
  }
  return (
    <section className={styles.listed} aria-labelledby={title}>
      <h3 id={title} className={styles.subtitle}>
        {text('import-refused', { count: refused.length })}
      </h3>
      <ul className={styles.refusals}>
        {refused.slice(0, MOST).map(({ place, name, reason }) => (
          <li key={place} className={styles.refusal}>
            <Icon name="warning" size={16} />
            <span className={styles.reason}>
              <bdi className={styles.strong}>
                {name === '' ? text('import-entry', { place: number(place) }) : name}
              </bdi>
              <span className={styles.soft}>{text('import-refused-why', { reason })}</span>
            </span>
          </li>
        ))}
      </ul>
      {refused.length > MOST && (
        <p className={styles.soft}>
          {text('import-refused-more', { count: refused.length - MOST })}
        </p>
      )}
    </section>
  )
}
