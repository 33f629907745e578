import { lazy, Suspense } from 'react'
import { Button } from '../components'
import { useL10n } from '../l10n'
import styles from './CodesAtTheDoor.module.css'
import { ErrorBoundary } from './ErrorBoundary'
import { Opening } from './screen'

const Codes = lazy(async () => {
  const { CodesScreen } = await import('../features/codes/CodesScreen')
  return { default: CodesScreen }
})

/** One's codes without a session: the vault is the person's, and takes neither service nor network. */
export function CodesAtTheDoor({ onBack }: { onBack: () => void }) {
  const { text } = useL10n()
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <Button variant="quiet" icon="back" onPress={onBack}>
          {text('codes-leave')}
        </Button>
      </header>
      <main className={styles.content}>
        <ErrorBoundary>
          <Suspense fallback={<Opening />}>
            <Codes />
          </Suspense>
        </ErrorBoundary>
      </main>
    </div>
  )
}
