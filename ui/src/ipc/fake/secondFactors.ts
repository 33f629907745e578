import { IpcFailure } from '../failure'
import type {
  AddedAuthenticator,
  Authenticator,
  FactorMethod,
  FieldError,
  OwnSecondFactors,
  Passkey,
  RecoveryCodes,
  ShownFactor,
  ShownSetup,
  SteppedUp,
} from '../types'
import { refuse } from './access'
import { RAISED } from './authRequests'
import { FACTOR_CODE, RECOVERY_CODE } from './passwords'
import { SAMPLE_QR } from './qr'
import { DAY, HOUR, type Millis, toTimestamp } from './record'
import type { FakeSession } from './session'

/** How long a proof stays fresh (`crates/domain/src/step_up.rs`). */
const FRESH: Millis = 5 * 60_000

/** After so many wrong ones in a row one waits (`crates/domain/src/second_factor/attempts.rs`). */
const FREE = 4

const CODES = 10

/** The second factor of whoever is signed in, and how long ago they showed who they are. */
export class FakeSecondFactors {
  private authenticators: Authenticator[] = []
  private passkeys: Passkey[] = []
  private codesLeft = 0
  private readonly mailed: boolean
  private drawn = 0
  private setups = 0
  private provenAt: Millis
  private wrong = 0
  private readonly session: FakeSession
  private readonly now: () => Millis

  /** Whether another device could confirm. */
  confirmed = false

  constructor(session: FakeSession, now: () => Millis, active: boolean, mailed = false) {
    this.session = session
    this.now = now
    this.mailed = mailed
    this.provenAt = now()
    if (active) {
      this.codesLeft = CODES - 2
      this.authenticators.push({
        ...this.made('authenticator-0', 'Phone'),
        created_at: toTimestamp(now() - 40 * DAY),
        last_used_at: toTimestamp(now() - 3 * HOUR),
      })
    }
  }

  /** Lets the proof be too old. */
  forgetProof(): void {
    this.provenAt = 0
  }

  /** Throws unless the person has shown lately that it is they. */
  demandProof(): void {
    if (this.now() - this.provenAt >= FRESH) {
      throw refuse('step_up_required', {
        methods: this.methods().join(' '),
        action: 'renew_recovery_codes',
      })
    }
  }

  stepUp(password: string, shown: ShownFactor | null): SteppedUp {
    this.session.demandPassword(password, 'password')
    if (this.isActive()) {
      this.demandCode(shown)
    }
    this.provenAt = this.now()
    return { fresh_until: toTimestamp(this.provenAt + FRESH) }
  }

  /** Signing in there anew; whoever has a factor is asked for its code. */
  stepUpAtProvider(): SteppedUp {
    if (this.isActive() || this.session.signsInWith === null) {
      throw refuse('step_up_required', { methods: this.methods().join(' ') })
    }
    this.provenAt = this.now()
    return { fresh_until: toTimestamp(this.provenAt + FRESH) }
  }

  list(): OwnSecondFactors {
    return {
      authenticators: this.authenticators,
      passkeys: this.passkeys,
      recovery_codes_left: this.codesLeft,
      mailed_codes: this.mailed,
    }
  }

  begin(): ShownSetup {
    if (this.isActive() || this.session.signsInWith !== null) {
      this.demandProof()
    }
    this.setups += 1
    return {
      id: `authenticator-${this.setups}`,
      key: 'GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ',
      qr: SAMPLE_QR,
      algorithm: 'sha1',
      digits: 6,
      period_seconds: 30,
      expires_at: toTimestamp(this.now() + 15 * 60_000),
    }
  }

  add(setupId: string, name: string, code: string, password: string): AddedAuthenticator {
    demandName(name)
    this.session.demandPassword(password)
    if (!isRight({ method: 'authenticator', code })) {
      throw faulty({ field: 'code', code: 'wrong_code' })
    }
    const first = !this.isActive()
    const authenticator = this.made(setupId, name.trim())
    this.authenticators.push(authenticator)
    this.provenAt = this.now()
    return { authenticator, recovery_codes: first ? this.draw() : [] }
  }

  rename(id: string, name: string): OwnSecondFactors {
    this.demandProof()
    demandName(name)
    this.authenticators = this.authenticators.map((each) =>
      each.id === id ? { ...each, name: name.trim() } : each,
    )
    return this.list()
  }

  remove(id: string): OwnSecondFactors {
    this.demandProof()
    this.authenticators = this.authenticators.filter((each) => each.id !== id)
    if (!this.isActive()) {
      this.codesLeft = 0
    }
    return this.list()
  }

  stepUpWithPasskey(password: string): SteppedUp {
    this.session.demandPassword(password, 'password')
    this.provenAt = this.now()
    return { fresh_until: toTimestamp(this.provenAt + FRESH) }
  }

  /** The browser is done at once. */
  beginPasskey(): string {
    this.demandProof()
    if (!this.isActive()) {
      this.codesLeft = CODES
    }
    const now = toTimestamp(this.now())
    const id = `passkey-${this.passkeys.length}`
    this.passkeys = [...this.passkeys, { id, name: 'Blue key', created_at: now, last_used_at: now }]
    return toTimestamp(this.now() + FRESH)
  }

  renamePasskey(id: string, name: string): OwnSecondFactors {
    this.demandProof()
    demandName(name)
    this.passkeys = this.passkeys.map((each) =>
      each.id === id ? { ...each, name: name.trim() } : each,
    )
    return this.list()
  }

  removePasskey(id: string): OwnSecondFactors {
    this.demandProof()
    this.passkeys = this.passkeys.filter((each) => each.id !== id)
    if (!this.isActive()) {
      this.codesLeft = 0
    }
    return this.list()
  }

  renew(): RecoveryCodes {
    this.demandProof()
    return { codes: this.draw() }
  }

  isActive(): boolean {
    return this.authenticators.length + this.passkeys.length > 0
  }

  private draw(): string[] {
    this.drawn += 1
    this.codesLeft = CODES
    return Array.from(
      { length: CODES },
      (_, index) => `${this.drawn}00${index}-4567-89ab-cdef-0123`,
    )
  }

  private made(id: string, name: string): Authenticator {
    const now = toTimestamp(this.now())
    return { id, name, algorithm: 'sha1', digits: 6, created_at: now, last_used_at: now }
  }

  private methods(): FactorMethod[] {
    const byCode: FactorMethod[] = this.codesLeft > 0 ? ['recovery_code'] : []
    const byApp: FactorMethod[] = this.authenticators.length > 0 ? ['authenticator'] : []
    const byPasskey: FactorMethod[] = this.passkeys.length > 0 ? ['passkey'] : []
    const byDevice: FactorMethod[] = this.confirmed ? ['device'] : []
    return this.isActive() ? [...byApp, ...byPasskey, ...byDevice, ...byCode] : []
  }

  private demandCode(shown: ShownFactor | null): void {
    const field = 'second_factor.code'
    if (!shown) {
      throw faulty({ field, code: 'required' })
    }
    if (this.wrong > FREE) {
      throw refuse('too_many_requests', { retry_after: '751' })
    }
    if (!isRight(shown)) {
      this.wrong += 1
      throw faulty({ field, code: 'wrong_code' })
    }
    this.wrong = 0
  }
}

/** Whether a code is the one that the fake service takes; it may be grouped. */
export function isRight({ method, code }: ShownFactor): boolean {
  const plain = (text: string) => text.replace(/[\s-]/g, '').toLowerCase()
  if (method === 'device') {
    return code === RAISED
  }
  return plain(code) === plain(method === 'recovery_code' ? RECOVERY_CODE : FACTOR_CODE)
}

function demandName(name: string): void {
  if (name.trim() === '') {
    throw faulty({ field: 'name', code: 'required' })
  }
  if ([...name.trim()].length > 60) {
    throw faulty({ field: 'name', code: 'too_long', params: { max: '60' } })
  }
}

function faulty(...errors: FieldError[]): IpcFailure {
  return new IpcFailure({ code: 'invalid_fields', params: {}, errors })
}
