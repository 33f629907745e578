/**
 * A service in memory, behind the same interface as the real one. It keeps state and refuses what the
 * service refuses, so that screens and their tests run without it. `fake` mode only.
 *
 * Sign in as `maria.keller@alpenkiosk.example` (administrator), `aylin.yilmaz@…` (two locations),
 * `pierre.dubois@…` (looks only), `sofia.rossi@…` (no users) or `operator@provider.example`, with the
 * password of `seed.ts`.
 */
import type { Backend } from '../backend'
import { IpcFailure } from '../failure'
import type { AuditExport, Errand, MailedCode, Preferences, UpdateStatus, WasAt } from '../types'
import { demand, refuse } from './access'
import { approvalCommands } from './approvalCommands'
import { authRequestCommands, FakeAuthRequests } from './authRequests'
import { forgetOwnRoles, permissionsOf, ROLES } from './catalogue'
import { FakeCustomer } from './customer'
import { deviceCommands } from './deviceCommands'
import { externalCommands } from './externalCommands'
import { type FaultControls, Faults } from './faults'
import { type FakeHandedOver, FakeImports } from './imports'
import { locationCommands } from './locationCommands'
import { FakeManners, mannersCommands } from './manners'
import { FakeOffline } from './offline'
import { type FakeOptions, optionsOfThisPage } from './options'
import { FakeOwn } from './own'
import { ownCommands } from './ownCommands'
import {
  demandPassword,
  EXPIRED_PASSWORD,
  FACTOR_CODE,
  FACTOR_PASSWORD,
  MAILED_PASSWORD,
  PASSKEY_PASSWORD,
  passwordFaults,
  RECOVERY_CODE,
  RULES,
  SET_UP_PASSWORD,
} from './passwords'
import { FakeProvider } from './providerCommands'
import { SAMPLE_QR } from './qr'
import { seedGroups } from './reach'
import { toTimestamp } from './record'
import { roleCommands } from './roleCommands'
import { savedFilterCommands } from './savedFilterCommands'
import { FakeSavedFilters } from './savedFilters'
import { secondFactorCommands } from './secondFactorCommands'
import { FakeSecondFactors, isRight } from './secondFactors'
import { CUSTOMERS, FAKE_PASSWORD, makeUsers, seed } from './seed'
import { FakeSession } from './session'
import { statisticsOf } from './statistics'
import { FakeUpdates, updateCommands } from './updates'
import { userCommands } from './userCommands'
import { FakeVault } from './vault'
import { vaultCommands } from './vaultCommands'

export type { FakeOptions } from './options'

/** What a test can do and see while the app runs: `globalThis.keyholderFake`. */
export interface FakeControls extends FaultControls {
  /** Lets somebody else change a user. */
  changeBehind(userId: string): void
  /** Lets another operator change a customer. */
  changeCustomerBehind(customerId: string): void
  /** Lets somebody who was told stop every recovery that is under way. */
  objectToRecoveries(): void
  /** Ends the session from the service's side. */
  endSession(reason: string): void
  /** Lets more than five minutes pass since the person last showed who they are. */
  forgetProof(): void
  /** Somebody signs in elsewhere with the name and the password of whoever is signed in here. */
  signInElsewhere(): void
  /** Sign-in requests are not told any more. */
  tellNobody(): void
  /** Somebody with the same name is asked for a fresh proof elsewhere. */
  proveElsewhere(): void
  /** What was put on the clipboard. */
  readonly copied: string[]
  /** What the sheets said that went to the printer. */
  readonly printed: string[]
  /** Deletes an own role from elsewhere. */
  forgetRole(name: string): void
  /** What was asked for of the activity's files. */
  readonly exported: AuditExport[]
  /** The tables that were saved as files. */
  readonly saved: string[][][]
  /** The sheets that were saved as files. */
  readonly files: string[]
  /** Locks the vault as if nobody had used the app. */
  lockVault(): void
  /** What the dialog gives next, and what lies on the clipboard. */
  handOver(what: FakeHandedOver): void
  /** Drops a file onto the window. */
  dropFile(what: FakeHandedOver): void
  /** Asks something outside of the page: in the tray, by a shortcut, by closing the window. */
  giveErrand(errand: Errand): void
  /** Opens a link for an authenticator, which tells of one account. */
  openLink(): void
  /** Lets the app core ask whether the page may go. */
  askForRelease(): void
  /** Where somebody was on the pages that were let go. */
  readonly releases: readonly (WasAt | null)[]
  /** What was said to the window's being closed. */
  readonly closings: readonly (boolean | null)[]
  /** What was opened in the system browser. */
  readonly opened: string[]
  /** Lets the app core tell how updates stand. */
  updatesBecome(change: Partial<UpdateStatus>): void
  /** From where the app was started again, each time. */
  readonly restarts: WasAt[]
  /** The preferences as last saved. */
  preferences(): Preferences
}

declare global {
  var keyholderFake: FakeControls | undefined
}

const FIRST_MANY = 1_000

/** The how many-th code of a sign-in (`crates/domain/src/second_factor/mailed_code.rs`). */
function mailedCode(now: number, number: number): MailedCode {
  const last = 4
  const wait = 60_000 * 2 ** (number - 1)
  return {
    address: 'a•••@s•••.example',
    sent_at: new Date(now).toISOString(),
    another_after: number < last ? new Date(now + wait).toISOString() : null,
  }
}

/** A fresh fake service. */
export function createFakeBackend(
  options: FakeOptions = optionsOfThisPage(),
): Backend & { controls: FakeControls } {
  const now = options.now ?? Date.now
  forgetOwnRoles()
  seedGroups()
  const customers = new Map(
    [...seed(now())].map(([id, users]) => {
      const kept = options.empty ? users.slice(0, 1) : users
      const many =
        id === 'customer-1' ? makeUsers(now(), FIRST_MANY, FIRST_MANY + (options.rows ?? 0)) : []
      const facts = CUSTOMERS.find((customer) => customer.id === id)
      return [id, new FakeCustomer([...kept, ...many], now, facts)]
    }),
  )
  if (options.approval) {
    customers.get('customer-1')?.approvals.begin(options.approval)
  }
  const session = new FakeSession(customers, now)
  const savedFilters = new FakeSavedFilters()
  const provider = new FakeProvider(session, customers, now, options.empty ?? false)
  const factors = new FakeSecondFactors(session, now, options.factor ?? false, options.mailed)
  const own = new FakeOwn(session, customers, now, options.offer ?? false, () =>
    factors.demandProof(),
  )
  const updates = new FakeUpdates(options.updates)
  factors.confirmed = options.confirmed ?? false
  const authRequests = new FakeAuthRequests(now, session)
  const faults = new Faults(options.latency ?? 0, () => factors.demandProof())
  const keyStorage = options.keyStorage ?? {
    kind: 'keychain' as const,
    name: 'Secret Service',
    problem: null,
  }
  const offline = new FakeOffline(session, keyStorage, now)
  const vault = new FakeVault(keyStorage, now, options.vault, options.vaultRows ?? 0)
  vault.clockError = options.clockError ?? null
  if (options.vaultOwn) {
    vault.keepOwn()
  }
  const imports = new FakeImports(vault, options.handedOver ?? 'nothing')
  const desktop = new FakeManners(options.manners)
  const droppedListeners = new Set<() => void>()
  let codesMailed = 1
  const lockedListeners = new Set<() => void>()
  const signedOutListeners = new Set<(reason: string) => void>()
  let serverUrl = options.serverUrl === undefined ? 'https://id.example.com' : options.serverUrl
  let preferences: Preferences = {
    theme: 'system',
    language: 'system',
    user_columns: [],
    customer_id: null,
    auto_lock_minutes: null,
    hide_codes: null,
    close_to_tray: null,
    shortcut: null,
    server_url: serverUrl,
    ...options.preferences,
  }
  if (options.as !== undefined) {
    session.signIn(options.as, FAKE_PASSWORD)
  }
  if (options.away !== undefined) {
    offline.note('customer-1', now() - options.away * 60_000)
    faults.setOnline(false)
  }
  const external = { offered: options.external ?? null, linked: options.withoutPassword ?? false }
  if (external.linked) {
    session.signsInWith = external.offered ?? 'other'
    for (const user of [...customers.values()].flatMap(({ users }) => [...users.values()])) {
      if (user.sign_in_name === options.as) {
        user.sign_in_way = 'external'
      }
    }
  }

  const controls: FakeControls = {
    setOnline: (online) => faults.setOnline(online),
    setLatency: (milliseconds) => faults.setLatency(milliseconds),
    failNext: (command, code, params) => faults.failNext(command, code, params),
    demandProof: (...commands) => faults.demandProof(...commands),
    forgetProof: () => factors.forgetProof(),
    signInElsewhere: () => authRequests.raise(),
    tellNobody: () => authRequests.tellNobody(),
    proveElsewhere: () =>
      authRequests.raise('change_roles', {
        customer_name: 'Nordlicht Cafés GmbH',
        about: 'Anna Berger',
        several: false,
      }),
    changeBehind: (userId) => {
      for (const customer of customers.values()) {
        customer.changeBehind(userId)
      }
    },
    changeCustomerBehind: (customerId) => provider.customers.changeBehind(customerId),
    objectToRecoveries: () => provider.recoveries.object(),
    endSession: (reason) => {
      session.end()
      for (const listener of signedOutListeners) {
        listener(reason)
      }
    },
    lockVault: () => {
      vault.lock()
      for (const listener of lockedListeners) {
        listener()
      }
    },
    handOver: (what) => {
      imports.handedOver = what
    },
    dropFile: (what) => {
      imports.handedOver = what
      for (const listener of droppedListeners) {
        listener()
      }
    },
    giveErrand: (errand) => desktop.give(errand),
    openLink: () => {
      imports.linkWaits = true
      desktop.give({ kind: 'link' })
    },
    askForRelease: () => desktop.askForRelease(),
    releases: desktop.releases,
    closings: desktop.closings,
    copied: [],
    opened: [],
    printed: [],
    saved: [],
    files: [],
    exported: [],
    forgetRole: (name) => {
      ROLES.splice(
        ROLES.findIndex((role) => role.name === name),
        1,
      )
    },
    updatesBecome: (change) => void updates.become(change),
    restarts: [],
    preferences: () => preferences,
  }
  globalThis.keyholderFake = controls
  const enrol = (signInId: string) => {
    session.setPassword(SET_UP_PASSWORD)
    session.signIn(signInId.replace('sign-in-', ''), SET_UP_PASSWORD)
    const digits = '0123456789'
    return {
      outcome: faults.isDue('me') ? null : { kind: 'signed_in' as const, me: own.me() },
      recovery_codes: [...digits].map((digit) => `${digit}${RECOVERY_CODE.slice(1)}`),
    }
  }

  return {
    controls,

    startUp: () =>
      faults.pass('startUp', () => ({
        app_version: '0.1.0',
        server_url: serverUrl,
        key_storage: keyStorage,
        me: session.isOpen() ? own.me() : null,
        start_problem:
          options.away === undefined || !session.isOpen()
            ? null
            : { code: 'offline', params: {}, errors: [] },
        preferences,
        was_at: options.wasAt ?? null,
      })),
    connect: (address) =>
      faults.pass('connect', () => {
        serverUrl = parseAddress(address)
        preferences = { ...preferences, server_url: serverUrl }
        return { server_url: serverUrl }
      }),
    ...authRequestCommands(faults, authRequests, now),
    ...externalCommands(
      faults,
      options,
      external.linked,
      () => factors.stepUpAtProvider(),
      now,
      () => {
        if (!session.isOpen()) {
          session.signIn('maria.keller@alpenkiosk.example', FAKE_PASSWORD)
        }
        return own.me()
      },
    ),
    signIn: (name, password) =>
      faults.pass('signIn', () => {
        if (password === EXPIRED_PASSWORD && session.knows(name)) {
          return {
            kind: 'password_expired' as const,
            sign_in_id: `sign-in-${name}`,
            rules: RULES,
            expires_at: new Date(now() + 600_000).toISOString(),
          }
        }
        if (password === FACTOR_PASSWORD && session.knows(name)) {
          return {
            kind: 'second_factor' as const,
            sign_in_id: `sign-in-${name}`,
            methods: options.confirmed
              ? (['device', 'authenticator', 'recovery_code'] as const)
              : (['authenticator', 'recovery_code'] as const),
            mailed: null,
            expires_at: new Date(now() + 600_000).toISOString(),
          }
        }
        if (password === MAILED_PASSWORD && session.knows(name)) {
          return {
            kind: 'second_factor' as const,
            sign_in_id: `sign-in-${name}`,
            methods: ['mailed_code'] as const,
            mailed: mailedCode(now(), 1),
            expires_at: new Date(now() + 600_000).toISOString(),
          }
        }
        if (password === PASSKEY_PASSWORD && session.knows(name)) {
          return {
            kind: 'second_factor' as const,
            sign_in_id: `sign-in-${name}`,
            methods: ['passkey', 'recovery_code'] as const,
            mailed: null,
            expires_at: new Date(now() + 600_000).toISOString(),
          }
        }
        if (password === SET_UP_PASSWORD && session.knows(name)) {
          return {
            kind: 'set_up_second_factor' as const,
            sign_in_id: `sign-in-${name}`,
            expires_at: new Date(now() + 600_000).toISOString(),
          }
        }
        session.signIn(name, password)
        return { kind: 'signed_in' as const, me: own.me() }
      }),
    beginSignInSetup: () =>
      faults.pass('beginSignInSetup', () => ({
        id: 'setup-1',
        key: 'GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ',
        qr: SAMPLE_QR,
        algorithm: 'sha1' as const,
        digits: 6,
        period_seconds: 30,
        expires_at: new Date(now() + 600_000).toISOString(),
      })),
    completeSignInSetup: (signInId, _setupId, _name, code) =>
      faults.pass('completeSignInSetup', () => {
        if (code.replace(/\s/g, '') !== FACTOR_CODE) {
          throw new IpcFailure({
            code: 'invalid_fields',
            params: {},
            errors: [{ field: 'code', code: 'wrong_code' }],
          })
        }
        return enrol(signInId)
      }),
    setUpSignInPasskey: (signInId) => faults.pass('setUpSignInPasskey', () => enrol(signInId)),
    showSecondFactor: (signInId, method, code) =>
      faults.pass('showSecondFactor', () => {
        if (!isRight({ method, code })) {
          throw new IpcFailure({
            code: 'invalid_fields',
            params: {},
            errors: [{ field: 'code', code: 'wrong_code' }],
          })
        }
        session.setPassword(FACTOR_PASSWORD)
        session.signIn(signInId.replace('sign-in-', ''), FACTOR_PASSWORD)
        return { kind: 'signed_in' as const, me: own.me() }
      }),
    sendMailedCode: () =>
      faults.pass('sendMailedCode', () => {
        codesMailed += 1
        return {
          mailed: mailedCode(now(), codesMailed),
          expires_at: new Date(now() + 600_000).toISOString(),
        }
      }),
    showPasskey: (signInId) =>
      faults.pass('showPasskey', () => {
        session.setPassword(PASSKEY_PASSWORD)
        session.signIn(signInId.replace('sign-in-', ''), PASSKEY_PASSWORD)
        return { kind: 'signed_in' as const, me: own.me() }
      }),
    setExpiredPassword: (signInId, password) =>
      faults.pass('setExpiredPassword', () => {
        const name = signInId.replace('sign-in-', '')
        demandPassword(password, [name], EXPIRED_PASSWORD)
        session.setPassword(password)
        session.signIn(name, password)
        return { kind: 'signed_in' as const, me: own.me() }
      }),
    requestPasswordReset: () => faults.pass('requestPasswordReset', () => null),
    checkPassword: async (password, names, rules) => passwordFaults(password, names, rules),
    changeOwnPassword: (current, password) =>
      faults.pass('changeOwnPassword', () => {
        session.demandPassword(current)
        const me = session.me()
        demandPassword(password, [me.given_name, me.family_name, me.sign_in_name], current)
        session.setPassword(password)
        return null
      }),
    reportLeakedPassword: (current, keep) =>
      faults.pass('reportLeakedPassword', () => {
        session.demandPassword(current)
        if (!keep) {
          authRequests.devices.length = 0
        }
        return null
      }),
    signOut: () =>
      faults.pass('signOut', () => {
        session.end()
        offline.forget()
        return null
      }),
    me: () => faults.pass('me', () => own.me()),

    ...userCommands(faults, session, offline, now),
    ...approvalCommands(faults, session),

    ...roleCommands(faults, session, now),
    ...locationCommands(faults, session, provider, now),
    listAuditEvents: (customerId, query) =>
      faults.pass('listAuditEvents', () => {
        const { caller, customer } = session.at(customerId)
        demand(caller, 'activity.view')
        return customer.activity(caller, query)
      }),
    verifyAuditEvents: (customerId) =>
      faults.pass('verifyAuditEvents', () => {
        const { caller, customer } = session.at(customerId)
        demand(caller, 'activity.view')
        const whole = caller.scope.kind === 'all'
        return {
          state: 'intact' as const,
          checked_at: toTimestamp(now()),
          verified_up_to: whole ? customer.journal.size : null,
          newest: whole ? customer.journal.size : null,
          checkpoint: null,
          fault: null,
        }
      }),
    exportAuditEvents: (customerId, request) =>
      faults.pass('exportAuditEvents', () => {
        const { caller, customer } = session.at(customerId)
        demand(caller, 'activity.view')
        customer.journal.write(now(), 'activity_exported', caller, null)
        controls.exported.push(request)
        return `keyholder-activity.${request.format}`
      }),
    saveTable: (rows) =>
      faults.pass('saveTable', () => {
        controls.saved.push(rows)
        return 'keyholder-results.csv'
      }),
    showDownloads: () => faults.pass('showDownloads', () => null),
    readStatistics: (customerId) =>
      faults.pass('readStatistics', () => {
        const { caller, customer } = session.at(customerId)
        const mayActivity = permissionsOf(caller.role_ids).includes('activity.view')
        return statisticsOf(customer, caller, mayActivity, now())
      }),

    ...ownCommands(faults, own),
    ...deviceCommands(faults, session, now),

    ...secondFactorCommands(
      faults,
      factors,
      options.device ?? { disk_encryption: 'unknown', screen_lock: 'unknown' },
      controls.files,
    ),

    ...vaultCommands(faults, vault, imports, factors, controls.copied, controls.files),

    ...savedFilterCommands(faults, session, savedFilters),

    ...provider.commands(faults),

    copyText: (text) =>
      faults.pass('copyText', () => {
        controls.copied.push(text)
        return null
      }),
    printPage: () =>
      faults.pass('printPage', () => {
        controls.printed.push(document.querySelector('[data-print-sheet]')?.textContent ?? '')
        return null
      }),
    openExternal: (url) =>
      faults.pass('openExternal', () => {
        controls.opened.push(url)
        return null
      }),
    savePreferences: (saved) =>
      faults.pass('savePreferences', () => {
        if (saved.customer_id !== preferences.customer_id) {
          offline.forget()
        }
        preferences = saved
        return null
      }),

    ...mannersCommands(faults, desktop),

    ...updateCommands(faults, updates, (from) => controls.restarts.push(from)),

    onConnectionChanged: (listener) => faults.onConnectionChanged(listener),
    onVaultLocked: (listener) => {
      lockedListeners.add(listener)
      return () => lockedListeners.delete(listener)
    },
    onFileDropped: (listener) => {
      droppedListeners.add(listener)
      return () => droppedListeners.delete(listener)
    },
    onSignedOut: (listener) => {
      signedOutListeners.add(listener)
      return () => signedOutListeners.delete(listener)
    },
  }
}

/** Reads an address the way the app core does: https, or http on this computer only. */
function parseAddress(typed: string): string {
  const text = typed.trim()
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`)
  if (!url || !/^https?:$/.test(url.protocol) || !/[.]|localhost/.test(url.hostname)) {
    throw refuse('invalid_server_address')
  }
  if (url.protocol === 'http:' && !['localhost', '127.0.0.1'].includes(url.hostname)) {
    throw refuse('insecure_server_address')
  }
  if (url.hostname.startsWith('nobody.')) {
    throw refuse('server_unreachable')
  }
  return url.origin
}
