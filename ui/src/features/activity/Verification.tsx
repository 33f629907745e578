import { Banner, Button, Icon } from '../../components'
import { useL10n } from '../../l10n'
import styles from './ActivityScreen.module.css'
import { useVerification } from './useActivity'

/** Says how far the log was checked and what was found; a broken log is not to be missed. */
export function Verification({ customerId }: { customerId: string }) {
  const { text, number, dateTime } = useL10n()
  const { data: found, isFetching, refetch } = useVerification(customerId)
  const again = (
    <Button size="small" variant="quiet" busy={isFetching} onPress={() => void refetch()}>
      {text('activity-check-again')}
    </Button>
  )
  if (!found) {
    return <p className={styles.proof}>{text('activity-checking')}</p>
  }
  if (found.state === 'broken') {
    const place = found.fault?.sequence
    return (
      <Banner tone="danger" title={text('activity-broken-title')} action={again}>
        {text(`activity-fault-${found.fault?.kind ?? 'altered'}`, {
          entry: place === null || place === undefined ? '?' : number(place),
        })}{' '}
        {text('activity-broken-what')}
      </Banner>
    )
  }
  const upTo = found.verified_up_to
  const at = dateTime(found.checked_at)
  return (
    <p className={styles.proof}>
      <Icon name="about" />
      <span>
        {upTo === null
          ? text('activity-intact', { at })
          : text(`activity-${found.state}-to`, { entry: number(upTo), at })}
        {found.checkpoint && (
          <span className={styles.sealed}>
            {' '}
            {text('activity-sealed', { at: dateTime(found.checkpoint.at) })}
          </span>
        )}
      </span>
      {again}
    </p>
  )
}
