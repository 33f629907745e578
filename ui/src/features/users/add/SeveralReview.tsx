import { Banner, Icon } from '../../../components'
import { useL10n } from '../../../l10n'
import styles from '../bulk/BulkDialog.module.css'
import { type Pasted, readAddresses } from './addresses'

/** Who of a pasted list is added, and who is left out and why. */
export function SeveralReview({ pasted }: { pasted: string }) {
  const { text } = useL10n()
  const { addresses, repeated }: Pasted = readAddresses(pasted)
  const good = addresses.filter(({ fault }) => fault === null)
  const skipped = addresses.filter(({ fault }) => fault !== null)
  return (
    <div className={styles.parts}>
      {(skipped.length > 0 || repeated > 0) && (
        <Banner
          tone="info"
          title={text('several-skipped', {
            count: skipped.length,
            total: addresses.length,
            repeated,
          })}
        />
      )}
      <ul className={styles.list} aria-label={text('several-people')}>
        {[...skipped, ...good].map(({ email, givenName, familyName, fault }) => (
          <li key={email} className={styles.item}>
            <Icon name={fault === null ? 'check' : 'minus'} size={14} />
            <span>
              {fault === null && `${givenName} ${familyName} · `}
              <bdi>{email}</bdi>
            </span>
            {fault !== null && <span className={styles.why}>{text(`several-${fault}`)}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
