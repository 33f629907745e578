import type { Backend } from '../backend'
import { IpcFailure } from '../failure'
import type { Params } from '../types'

/** What a test can do to the fake service while the app runs. */
export interface FaultControls {
  /** Cuts the connection or mends it; tells the app. */
  setOnline(online: boolean): void
  /** How long each call takes from now on, in milliseconds. */
  setLatency(milliseconds: number): void
  /** Lets the next call of a command fail. */
  failNext(command: keyof Backend, code: string, params?: Params): void
  /** Lets a command ask for a fresh proof of identity from now on. */
  demandProof(...commands: (keyof Backend)[]): void
}

/** Which commands work without a connection. */
const LOCAL = new Set<string>([
  'startUp',
  'readOfflineCopy',
  'listOfflineUsers',
  'copyText',
  'saveTable',
  'saveRecoveryCodes',
  'readDeviceSecurity',
  'showDownloads',
  'printPage',
  'openExternal',
  'savePreferences',
  'readManners',
  'chooseCloseToTray',
  'chooseAutostart',
  'chooseShortcut',
  'takeErrand',
  'answerClose',
  'readVault',
  'readClockError',
  'createVault',
  'unlockVault',
  'lockVault',
  'keepVaultOpen',
  'saveVaultBackup',
  'readFirstCodes',
  'listVaultEntries',
  'showCodes',
  'takeCode',
  'addAccountByLink',
  'addTypedAccount',
  'savePlainCodes',
  'saveCodeSheet',
  'readKeyPlaces',
  'changeVaultWays',
  'chooseImport',
  'takeDroppedImport',
  'linkWaits',
  'takeLink',
  'pasteImport',
  'captureImport',
  'openImport',
  'completeImport',
  'forgetImport',
  'offersSignInCode',
  'fillSignInCode',
  'changeVaultEntry',
  'removeVaultEntry',
])

/** Latency, a cut connection and injected errors, in front of every call. */
export class Faults implements FaultControls {
  private readonly next = new Map<string, { code: string; params: Params }>()
  private readonly listeners = new Set<(online: boolean) => void>()
  private online = true
  private latency: number
  private readonly proven = new Set<string>()
  private readonly prove: () => void

  /** `prove` throws unless the person has shown lately that it is they. */
  constructor(latency: number, prove: () => void) {
    this.latency = latency
    this.prove = prove
  }

  /** Whether the next call of a command is to fail. */
  isDue(command: keyof Backend): boolean {
    return this.next.has(command)
  }

  demandProof(...commands: (keyof Backend)[]): void {
    for (const command of commands) {
      this.proven.add(command)
    }
  }

  setOnline(online: boolean): void {
    this.online = online
    for (const listener of this.listeners) {
      listener(online)
    }
  }

  setLatency(milliseconds: number): void {
    this.latency = milliseconds
  }

  failNext(command: keyof Backend, code: string, params: Params = {}): void {
    this.next.set(command, { code, params })
  }

  onConnectionChanged(listener: (online: boolean) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Runs a call the way the service would answer it. */
  async pass<T>(command: string, answer: () => T): Promise<T> {
    if (this.latency > 0) {
      await new Promise((resolve) => setTimeout(resolve, this.latency))
    }
    if (!this.online && !LOCAL.has(command)) {
      throw new IpcFailure({ code: 'offline', params: {}, errors: [] })
    }
    const fault = this.next.get(command)
    if (fault) {
      this.next.delete(command)
      throw new IpcFailure({ ...fault, errors: [] })
    }
    if (this.proven.has(command)) {
      this.prove()
    }
    return structuredClone(answer())
  }
}
