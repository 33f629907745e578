import { type QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useEffect, useLayoutEffect } from 'react'
import { ToastRegion } from '../components'
import { StartFailed, Starting } from '../features/sign-in'
import { backend, IpcFailure, type StartUp } from '../ipc/client'
import { L10nProvider, useL10n } from '../l10n'
import { ErrorBoundary } from './ErrorBoundary'
import { Gate } from './Gate'
import { PreferencesProvider, usePreferences } from './preferences'
import { announceSignedOut } from './signedOut'
import { startUp } from './startUp'

/** The whole app. */
export function App({ queries }: { queries: QueryClient }) {
  useLayoutEffect(() => {
    backend.pageDrawn().catch(() => undefined)
  }, [])
  useEffect(() => backend.onSignedOut(announceSignedOut), [])
  useEffect(
    () =>
      backend.onConnectionChanged((online) => {
        if (online) {
          // What was read while the service was away, or failed to be, is read again.
          void queries.invalidateQueries({
            predicate: ({ queryKey }) => queryKey[0] !== 'start-up',
          })
        }
      }),
    [queries],
  )
  return (
    <QueryClientProvider client={queries}>
      <Start />
    </QueryClientProvider>
  )
}

/** Asks the core how things stand before anything else is shown. */
function Start() {
  const start = useQuery(startUp)
  if (start.data) {
    return (
      <PreferencesProvider initial={start.data.preferences}>
        <Speaking
          key={start.dataUpdatedAt}
          start={start.data}
          onRestart={() => void start.refetch()}
        />
      </PreferencesProvider>
    )
  }
  return (
    <L10nProvider choice="system">
      {start.isError ? (
        <StartFailed
          failure={IpcFailure.from(start.error)}
          busy={start.isFetching}
          onRetry={() => void start.refetch()}
        />
      ) : (
        <Starting />
      )}
    </L10nProvider>
  )
}

function Speaking({ start, onRestart }: { start: StartUp; onRestart: () => void }) {
  const { preferences } = usePreferences()
  return (
    <L10nProvider choice={preferences.language}>
      <ErrorBoundary>
        <Gate start={start} onRestart={onRestart} />
      </ErrorBoundary>
      <Toasts />
    </L10nProvider>
  )
}

function Toasts() {
  const { text } = useL10n()
  return <ToastRegion label={text('shell-toasts')} closeLabel={text('shell-close')} />
}
