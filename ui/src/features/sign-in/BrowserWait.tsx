import { useMutation } from '@tanstack/react-query'
import { Banner, Button } from '../../components'
import { backend, IpcFailure } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './Form.module.css'
import { Frame } from './Frame'

/** While the person signs in with another provider, in the browser of the system (S31, S32). */
export function BrowserWait() {
  const { text, problem } = useL10n()
  const again = useMutation({ mutationFn: () => backend.openBrowserAgain() })
  return (
    <Frame>
      <div className={styles.intro} role="status">
        <h1 className={styles.title}>{text('browser-wait-title')}</h1>
        <p>{text('browser-wait-intro')}</p>
      </div>
      {again.isError && (
        <Banner tone="danger" live>
          {problem(IpcFailure.from(again.error))}
        </Banner>
      )}
      <div className={styles.form}>
        <Button wide autoFocus busy={again.isPending} onPress={() => again.mutate()}>
          {text('browser-wait-again')}
        </Button>
        <Button variant="quiet" wide onPress={() => void backend.stopBrowserWait()}>
          {text('browser-wait-stop')}
        </Button>
      </div>
    </Frame>
  )
}
