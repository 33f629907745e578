import type { Backend } from './backend'
import { IpcFailure } from './failure'

/** Asks the person to show that it is they; whether they did. */
export type AskPerson = (refusal: IpcFailure) => Promise<boolean>

/** What is the proof itself asks for none. */
const PROOFS = new Set([
  'stepUp',
  'stepUpWithPasskey',
  'stepUpInBrowser',
  'raiseStepUpRequest',
  'readStepUpRequest',
])

/** Said where the person did not show it. */
export const NOT_CONFIRMED = 'not_confirmed'

let askPerson: AskPerson | null = null
/** The question that stands. Whatever is refused meanwhile waits for the same answer. */
let asking: Promise<boolean> | null = null
/** How many answers there were, and the newest: what was sent before it is not asked about again. */
let answers = 0
let confirmed = false

/** Says who asks the person; ends with what it returns. Without anybody, refusals stay refusals. */
export function onStepUp(ask: AskPerson): () => void {
  askPerson = ask
  return () => {
    if (askPerson === ask) {
      askPerson = null
    }
  }
}

/**
 * The same back end, but for what the service refuses with `step_up_required` (C20): the person is
 * asked, and the very same call is made again, with the idempotency key that it had. Who does not
 * confirm has changed nothing: the call fails with `not_confirmed`. This is the one place; no screen
 * knows of it.
 */
export function withStepUp<B extends Backend>(backend: B): B {
  type Call = (...args: unknown[]) => unknown
  const calls = Object.entries(backend).map(([name, call]) => {
    if (typeof call !== 'function' || PROOFS.has(name)) {
      return [name, call]
    }
    const proven: Call = (...args) => {
      const sent = answers
      const outcome = (call as Call)(...args)
      return outcome instanceof Promise
        ? outcome.catch((thrown: unknown) =>
            goOn(IpcFailure.from(thrown), sent, call as Call, args),
          )
        : outcome
    }
    return [name, proven]
  })
  return Object.fromEntries(calls)
}

async function goOn(
  refusal: IpcFailure,
  sent: number,
  call: (...args: unknown[]) => unknown,
  args: unknown[],
): Promise<unknown> {
  if (refusal.code !== 'step_up_required' || askPerson === null) {
    throw refusal
  }
  if (sent === answers) {
    asking ??= askPerson(refusal).then((answer) => {
      answers += 1
      confirmed = answer
      asking = null
      return answer
    })
    await asking
  }
  if (!confirmed) {
    throw new IpcFailure({ code: NOT_CONFIRMED, params: {}, errors: [] })
  }
  const again = answers
  try {
    return await call(...args)
  } catch (thrown) {
    return goOn(IpcFailure.from(thrown), again, call, args)
  }
}
