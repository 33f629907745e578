import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { NumberToType } from '../../app/auth-request/NumberToType'
import { clockOf, useWait } from '../../app/useWait'
import { Banner, Button } from '../../components'
import { backend, IpcFailure, type SignInOutcome } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './AskDevice.module.css'

/** How often it is asked what became of the request, in milliseconds. */
const ASK_AGAIN = 2_000

/** Shows the number that is typed on another device, and waits for the answer there. */
export function AskDevice({
  signInId,
  onNext,
}: {
  signInId: string
  onNext: (outcome: SignInOutcome) => void
}) {
  const { text, problem } = useL10n()
  const raise = useMutation({ mutationFn: () => backend.raiseAuthRequest(signInId) })
  const show = useMutation({
    mutationFn: (id: string) => backend.showSecondFactor(signInId, 'device', id),
    onSuccess: onNext,
  })
  const raised = raise.data
  const status = useQuery({
    queryKey: ['raised-auth-request', raised?.id],
    queryFn: () => backend.readRaisedAuthRequest(signInId, raised?.id ?? ''),
    enabled: raised !== undefined,
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.state === 'open' ? ASK_AGAIN : false,
  })
  const state = status.data?.state ?? 'open'
  const shown = useRef<string | null>(null)
  const go = show.mutate
  useEffect(() => {
    if (raised && state === 'approved' && shown.current !== raised.id) {
      shown.current = raised.id
      go(raised.id)
    }
  }, [raised, state, go])
  const ask = () => {
    show.reset()
    raise.mutate()
  }
  const failure = [raise.error, show.error, status.error].filter(Boolean).map(IpcFailure.from)[0]
  const wait = useWait(raise.isError ? IpcFailure.from(raise.error) : null)
  const waits = raised !== undefined && state === 'open'
  return (
    <div className={styles.ask}>
      {failure && (
        <Banner tone="danger" live>
          {problem(failure)}
        </Banner>
      )}
      {raised && state !== 'open' && state !== 'approved' && (
        <Banner tone="warning" live>
          {text(`ask-device-${state}`)}
        </Banner>
      )}
      {waits && <NumberToType raised={raised} />}
      {!waits && (
        <Button
          variant="primary"
          wide
          autoFocus
          busy={raise.isPending || show.isPending || state === 'approved'}
          unavailableReason={wait > 0 ? text('form-wait', { left: clockOf(wait) }) : undefined}
          onPress={ask}
        >
          {text(raised ? 'ask-device-again' : 'ask-device')}
        </Button>
      )}
    </div>
  )
}
