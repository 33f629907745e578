import { Logo } from '../../app/Logo'
import { Button, ErrorState } from '../../components'
import type { IpcFailure } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { DoorFooter } from './DoorFooter'
import { Frame } from './Frame'
import styles from './Start.module.css'

/** While the core wakes up. Fades in, so that a quick start shows nothing at all. */
export function Starting() {
  const { text } = useL10n()
  return (
    <div className={styles.starting} role="status">
      <Logo size={48} />
      <p>{text('start-waiting')}</p>
    </div>
  )
}

/** The core could not begin, or could not reach the service to go on with the session. */
export function StartFailed({
  failure,
  busy,
  onRetry,
  onChangeServer,
  onCodes,
}: {
  failure: IpcFailure
  busy: boolean
  onRetry: () => void
  onChangeServer?: () => void
  /** Shows the codes of the vault, which need no service. */
  onCodes?: () => void
}) {
  const { text, problem } = useL10n()
  return (
    <Frame footer={onCodes && <DoorFooter onCodes={onCodes} />}>
      <ErrorState
        title={text('start-failed-title')}
        action={
          <>
            <Button variant="primary" icon="retry" busy={busy} onPress={onRetry}>
              {text('shell-try-again')}
            </Button>
            {onChangeServer && (
              <Button variant="quiet" onPress={onChangeServer}>
                {text('start-change-server')}
              </Button>
            )}
          </>
        }
      >
        {problem(failure)}
      </ErrorState>
    </Frame>
  )
}
