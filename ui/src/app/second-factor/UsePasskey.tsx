import { useEffect, useState } from 'react'
import { Banner, Button } from '../../components'
import { backend, IpcFailure } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './UsePasskey.module.css'

/** Given up by the person: nothing to tell them. */
const STOPPED = 'browser_wait_stopped'

/** Sends the person to their browser for the passkey, and waits for them to come back. */
export function UsePasskey({
  unavailableReason,
  onUse,
}: {
  /** Why it cannot be used now. */
  unavailableReason?: string | undefined
  /** Opens the browser, and ends when the passkey was shown. */
  onUse: () => Promise<unknown>
}) {
  const { text, problem } = useL10n()
  const [waiting, setWaiting] = useState(false)
  const [failure, setFailure] = useState<IpcFailure | null>(null)

  // Whoever goes elsewhere does not come back to what is no longer there.
  useEffect(() => () => void backend.stopBrowserWait().catch(() => undefined), [])

  const use = async () => {
    setWaiting(true)
    setFailure(null)
    try {
      await onUse()
    } catch (thrown) {
      const failed = IpcFailure.from(thrown)
      setFailure(failed.code === STOPPED ? null : failed)
    }
    setWaiting(false)
  }
  return (
    <div className={styles.passkey}>
      {failure && (
        <Banner tone="danger" live>
          {problem(failure)}
        </Banner>
      )}
      <Button
        variant="primary"
        icon="passkey"
        wide
        autoFocus
        busy={waiting}
        unavailableReason={unavailableReason}
        onPress={() => void use()}
      >
        {text('passkey-open')}
      </Button>
      <p className={styles.wait} role="status">
        {waiting && text('passkey-waiting')}
      </p>
      {waiting && (
        <Button variant="quiet" wide onPress={() => void backend.stopBrowserWait()}>
          {text('passkey-stop')}
        </Button>
      )}
    </div>
  )
}
