import type { Backend } from '../backend'
import { IpcFailure } from '../failure'
import type { ExternalProvider, Me, OwnExternalIdentity } from '../types'
import type { Faults } from './faults'
import { toTimestamp } from './record'

/** What the person can do at the other provider: finish, or have the app stop waiting. */
interface Wait {
  finish: () => void
  stop: () => void
}

/** The browser of the system, in which opening the page once more is signing in there. */
export function externalCommands(
  faults: Faults,
  offered: ExternalProvider | null,
  now: () => number,
  enter: () => Me,
): Pick<
  Backend,
  | 'listSignInWays'
  | 'signInInBrowser'
  | 'openBrowserAgain'
  | 'stopBrowserWait'
  | 'readOwnExternalIdentity'
  | 'linkInBrowser'
  | 'unlinkExternalIdentity'
> {
  let wait: Wait | null = null
  const own: OwnExternalIdentity = { offered, linked: null }
  const browser = () =>
    new Promise<void>((resolve, reject) => {
      wait = {
        finish: resolve,
        stop: () =>
          reject(new IpcFailure({ code: 'browser_wait_stopped', params: {}, errors: [] })),
      }
    })
  return {
    listSignInWays: () => faults.pass('listSignInWays', () => ({ external: offered })),
    signInInBrowser: async () => {
      await faults.pass('signInInBrowser', () => null)
      await browser()
      return { kind: 'signed_in' as const, me: enter() }
    },
    openBrowserAgain: () =>
      faults.pass('openBrowserAgain', () => {
        wait?.finish()
        return null
      }),
    stopBrowserWait: () =>
      faults.pass('stopBrowserWait', () => {
        wait?.stop()
        return null
      }),
    readOwnExternalIdentity: () => faults.pass('readOwnExternalIdentity', () => ({ ...own })),
    linkInBrowser: async () => {
      await faults.pass('linkInBrowser', () => null)
      await browser()
      const provider = offered ?? 'other'
      own.linked = { provider, linked_at: toTimestamp(now()), last_used_at: null }
      return { ...own }
    },
    unlinkExternalIdentity: () =>
      faults.pass('unlinkExternalIdentity', () => {
        own.linked = null
        return { ...own }
      }),
  }
}
