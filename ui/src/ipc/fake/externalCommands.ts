import type { Backend } from '../backend'
import { IpcFailure } from '../failure'
import type { Me, OwnExternalIdentity, SteppedUp } from '../types'
import type { Faults } from './faults'
import type { FakeOptions } from './options'
import { toTimestamp } from './record'

/** What the person can do at the other provider: finish, or have the app stop waiting. */
interface Wait {
  finish: () => void
  stop: () => void
}

/** The browser of the system, in which opening the page once more is signing in there. */
export function externalCommands(
  faults: Faults,
  ways: Pick<FakeOptions, 'external' | 'passkeySignIn'>,
  linked: boolean,
  stepUp: () => SteppedUp,
  now: () => number,
  enter: () => Me,
): Pick<
  Backend,
  | 'listSignInWays'
  | 'beginPasskeySignIn'
  | 'signInWithPasskey'
  | 'signInInBrowser'
  | 'openBrowserAgain'
  | 'stopBrowserWait'
  | 'readOwnExternalIdentity'
  | 'linkInBrowser'
  | 'stepUpInBrowser'
  | 'unlinkExternalIdentity'
> {
  const offered = ways.external ?? null
  let wait: Wait | null = null
  let begun = 0
  const link = () => ({
    provider: offered ?? 'other',
    linked_at: toTimestamp(now()),
    last_used_at: null,
  })
  const own: OwnExternalIdentity = { offered, linked: linked ? link() : null }
  const browser = () =>
    new Promise<void>((resolve, reject) => {
      wait = {
        finish: resolve,
        stop: () =>
          reject(new IpcFailure({ code: 'browser_wait_stopped', params: {}, errors: [] })),
      }
    })
  return {
    listSignInWays: () =>
      faults.pass('listSignInWays', () => ({
        external: offered,
        passkey: ways.passkeySignIn ?? false,
      })),
    beginPasskeySignIn: () =>
      faults.pass('beginPasskeySignIn', () => {
        begun += 1
        return {
          id: `passkey-sign-in-${begun}`,
          number: 47 + begun,
          expires_at: toTimestamp(now() + 600_000),
        }
      }),
    signInWithPasskey: () =>
      faults.pass('signInWithPasskey', () => ({ kind: 'signed_in' as const, me: enter() })),
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
      own.linked = link()
      return { ...own }
    },
    stepUpInBrowser: async () => {
      await faults.pass('stepUpInBrowser', () => null)
      await browser()
      return stepUp()
    },
    unlinkExternalIdentity: () =>
      faults.pass('unlinkExternalIdentity', () => {
        own.linked = null
        return { ...own }
      }),
  }
}
