import { useProviderChanged } from '../../../app/providerKeys'
import { toast } from '../../../components'
import { type AnswerRequest, backend, IpcFailure, type WaitingRequest } from '../../../ipc/client'
import { useL10n } from '../../../l10n'

/**
 * Sends an answer to a request and says what came of it. One that comes too late is said beside the list:
 * the request is gone from it, and its dialog with it.
 */
export function useAnswer({ customer_id, request }: WaitingRequest) {
  const { problem } = useL10n()
  const changed = useProviderChanged()
  return async (answer: AnswerRequest, done: string) => {
    try {
      await backend.answerLocationRequest(customer_id, request.id, request.version, answer)
      toast({ tone: 'positive', title: done })
    } catch (thrown) {
      const failure = IpcFailure.from(thrown)
      if (failure.code !== 'request_over' && failure.code !== 'not_found') {
        throw failure
      }
      toast({ tone: 'warning', title: problem(failure) })
    }
    void changed()
  }
}
