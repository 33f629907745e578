import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { clearToasts, type ToastContent, toast } from '../components'
import { Connect, SignIn, StartFailed } from '../features/sign-in'
import { backend, IpcFailure, type Me, type StartUp } from '../ipc/client'
import { useL10n } from '../l10n'
import { AuthRequestPrompt } from './auth-request/AuthRequestPrompt'
import { CodesAtTheDoor } from './CodesAtTheDoor'
import { Errands } from './errands/Errands'
import { comeBack } from './firstScreen'
import { InstallationContext } from './installation'
import { router, Screens } from './router'
import { SessionProvider } from './session'
import { onSignedOut } from './signedOut'
import { StepUp } from './step-up/StepUp'
import { usePageRelease } from './usePageRelease'

/** Start problems that a new sign-in mends. */
const MENDED_BY_SIGN_IN = new Set(['sign_in_required', 'refresh_reused', 'invalid_proof'])

/** Decides what one meets: connecting, signing in, or the screens. */
export function Gate({ start, onRestart }: { start: StartUp; onRestart: () => void }) {
  const { problem } = useL10n()
  const queries = useQueryClient()
  const [me, setMe] = useState<Me | null>(start.me)
  const [serverUrl, setServerUrl] = useState(start.server_url)
  const [connecting, setConnecting] = useState(start.server_url === null)
  const [reason, setReason] = useState<string | null>(start.start_problem?.code ?? null)
  // Whoever has to sign in first is brought back after it.
  const [wasAt, setWasAt] = useState(start.me === null ? start.was_at : null)

  const [codes, setCodes] = useState(false)
  const onCodes = () => setCodes(true)

  const leave = (why: string | null) => {
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'start-up' })
    // They name people, and the next one at this desk need not know them.
    clearToasts()
    setReason(why)
    setMe(null)
  }
  useEffect(() => onSignedOut(leave))
  usePageRelease(me?.user_id ?? null)

  const installation = {
    appVersion: start.app_version,
    keyStorage: start.key_storage,
    serverUrl,
  }
  const signOut = (told?: ToastContent) =>
    backend.signOut().then(
      () => {
        leave(null)
        if (told) {
          toast(told)
        }
      },
      (thrown: unknown) => toast({ tone: 'danger', title: problem(IpcFailure.from(thrown)) }),
    )

  return (
    <InstallationContext value={installation}>
      <Errands onCodes={() => (me ? void router.navigate({ to: '/codes' }) : onCodes())} />
      {me ? (
        <SessionProvider me={me} onSignOut={(told) => void signOut(told)}>
          <Screens />
          <StepUp />
          <AuthRequestPrompt />
        </SessionProvider>
      ) : codes ? (
        <CodesAtTheDoor onBack={() => setCodes(false)} />
      ) : connecting ? (
        <Connect
          initial={serverUrl ?? ''}
          onConnected={(address) => {
            setServerUrl(address)
            setReason(null)
            setConnecting(false)
          }}
          onBack={serverUrl === null ? null : () => setConnecting(false)}
          onCodes={onCodes}
        />
      ) : reason !== null && start.start_problem !== null && !MENDED_BY_SIGN_IN.has(reason) ? (
        <StartFailed
          failure={new IpcFailure(start.start_problem)}
          busy={false}
          onRetry={onRestart}
          onChangeServer={() => setConnecting(true)}
          onCodes={onCodes}
        />
      ) : (
        <SignIn
          reason={reason}
          onSignedIn={(who) => {
            setReason(null)
            comeBack(wasAt, who.user_id)
            setWasAt(null)
            setMe(who)
          }}
          onChangeServer={() => setConnecting(true)}
          onCodes={onCodes}
        />
      )}
    </InstallationContext>
  )
}
