import type { Backend, Unsubscribe } from './backend'
import { commands, events } from './bindings'
import { IpcFailure } from './failure'

/** The commands of the app core, rejecting with an `IpcFailure` and nothing else. */
const calls = Object.fromEntries(
  Object.entries(commands).map(([name, command]) => [
    name,
    (...args: never[]) =>
      (command as (...args: never[]) => Promise<unknown>)(...args).catch((thrown: unknown) => {
        throw IpcFailure.from(thrown)
      }),
  ]),
) as typeof commands

/** Ends a subscription, also one that is still being made. */
function unsubscribe(listening: Promise<Unsubscribe>): Unsubscribe {
  return () => {
    listening.then(
      (stop) => stop(),
      () => undefined,
    )
  }
}

/** The real app core. */
export const bridge: Backend = {
  ...calls,
  onConnectionChanged: (listener) =>
    unsubscribe(events.connectionChanged.listen(({ payload }) => listener(payload.online))),
  onAuthRequestsChanged: (listener) =>
    unsubscribe(events.authRequestsChanged.listen(({ payload }) => listener(payload.live))),
  onVaultLocked: (listener) => unsubscribe(events.vaultLocked.listen(() => listener())),
  onFileDropped: (listener) => unsubscribe(events.fileDropped.listen(() => listener())),
  onErrandGiven: (listener) => unsubscribe(events.errandGiven.listen(() => listener())),
  onPageReleaseAsked: (listener) => unsubscribe(events.pageReleaseAsked.listen(() => listener())),
  onSignedOut: (listener) =>
    unsubscribe(events.signedOut.listen(({ payload }) => listener(payload.reason))),
  onUpdateChanged: (listener) =>
    unsubscribe(events.updateChanged.listen(({ payload }) => listener(payload))),
}
