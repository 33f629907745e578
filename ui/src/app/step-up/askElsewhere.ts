import { backend, IpcFailure, type Purpose, type RaisedAuthRequest } from '../../ipc/client'

/** How often it is asked what became of a request, in milliseconds. */
const ASK_AGAIN = 2_000

/**
 * Asks another device for a fresh proof, and goes on once it has confirmed. Ends without a proof where it does
 * not, and where nobody waits for it any more.
 */
export async function askElsewhere(
  password: string,
  purpose: Purpose,
  onRaised: (raised: RaisedAuthRequest | null) => void,
  isOver: () => boolean,
): Promise<void> {
  const raised = await backend.raiseStepUpRequest(password, purpose)
  onRaised(raised)
  try {
    for (;;) {
      await new Promise((done) => setTimeout(done, ASK_AGAIN))
      if (isOver()) {
        return
      }
      const { state } = await backend.readStepUpRequest(raised.id)
      if (state === 'approved') {
        break
      }
      if (state !== 'open') {
        throw new IpcFailure({ code: 'auth_request_over', params: { state }, errors: [] })
      }
    }
  } finally {
    onRaised(null)
  }
  await backend.stepUp(password, { method: 'device', code: raised.id })
}
