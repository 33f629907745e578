import type {
  DeviceSecurity,
  ExternalProvider,
  KeyStorage,
  Manners,
  Preferences,
  UpdateStatus,
  WasAt,
} from '../types'
import type { FakeHandedOver } from './imports'
import type { Millis } from './record'
import type { FakeVaultStart } from './vault'

/** How a fake service starts. */
export interface FakeOptions {
  /** The sign-in name of who is signed in at the start; nobody if absent. */
  as?: string
  /** How many further users the live customer has, for long lists. */
  rows?: number
  /** Only the signed-in user exists: the first use of the app. */
  empty?: boolean
  /** How long each call takes, in milliseconds; 0 if absent. */
  latency?: number
  /** The app starts while the service is away, so many minutes after the list was kept; online if absent. */
  away?: number
  /** The remembered address of the service; `null` for the very first start. */
  serverUrl?: string | null
  /** Whether another customer invites whoever is signed in. */
  offer?: boolean
  /** Whether somebody of the live customer asks the first administrator to agree to a change. */
  approval?: boolean | 'own_locations' | 'several'
  /** The other provider that the service offers; none if absent. */
  external?: ExternalProvider
  /** Whether whoever is signed in has no password, and signs in with that provider alone. */
  withoutPassword?: boolean
  /** Whether the service takes a passkey in place of name and password. */
  passkeySignIn?: boolean
  /** Whether whoever is signed in has an authenticator. */
  factor?: boolean
  /** Whether another device confirms sign-ins that ask for a code. */
  confirmed?: boolean
  /** Whether codes are mailed to whoever is signed in. */
  mailed?: boolean
  /** What the system tells of this computer; nothing if absent. */
  device?: DeviceSecurity
  keyStorage?: KeyStorage
  /** How the vault of this computer is at the start; there is none if absent. */
  vault?: FakeVaultStart
  /** What is handed over to be taken into the vault. */
  handedOver?: FakeHandedOver
  /** Whether the vault holds what signs one in. */
  vaultOwn?: boolean
  /** How many seconds the clock of this computer is late; right if absent. */
  clockError?: number
  /** How many further accounts it has, for long lists. */
  vaultRows?: number
  /** How updates stand, where not as in a build that follows no feed. */
  updates?: Partial<UpdateStatus>
  /** What the desktop around the window offers, where not everything and nothing chosen. */
  manners?: Partial<Manners>
  preferences?: Partial<Preferences>
  /** Where somebody was before the app was started anew. */
  wasAt?: WasAt
  /** The clock; the computer's if absent. */
  now?: () => Millis
}

declare global {
  /** Set before the app starts, by a test. */
  var keyholderFakeOptions: FakeOptions | undefined
}

/** Options that a test has set, then those of the address bar (`?as=…&rows=…&latency=…`). */
export function optionsOfThisPage(): FakeOptions {
  const address = new URLSearchParams(globalThis.location?.search ?? '')
  const number = (name: string) => Number(address.get(name))
  const as = address.get('as')
  return {
    ...globalThis.keyholderFakeOptions,
    ...(as === null ? {} : { as }),
    ...(address.has('rows') ? { rows: number('rows') } : {}),
    ...(address.has('latency') ? { latency: number('latency') } : {}),
  }
}
