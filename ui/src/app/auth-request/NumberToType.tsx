import type { RaisedAuthRequest } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { clockOf, useCountdown } from '../useWait'
import { LargeNumber } from './LargeNumber'
import styles from './NumberToType.module.css'

/** How long a request can be answered, in seconds (`crates/domain/src/auth_request.rs`). */
const LIFETIME = 60

/** The six digits that are typed on another device, and for how long they still count. */
export function NumberToType({ raised }: { raised: RaisedAuthRequest }) {
  const { text } = useL10n()
  // Counted from when it was raised, whatever the clock of this computer says.
  const left = useCountdown(LIFETIME, raised)
  return (
    <>
      <LargeNumber label={text('ask-device-number')}>
        {`${raised.number.slice(0, 3)} ${raised.number.slice(3)}`}
      </LargeNumber>
      <p className={styles.soft}>{text('ask-device-waiting', { left: clockOf(left) })}</p>
    </>
  )
}
