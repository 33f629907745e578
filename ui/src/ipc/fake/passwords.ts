import { IpcFailure } from '../failure'
import type { FieldError, PasswordRules } from '../types'

/** A password that the fake service takes as right, and as expired. */
export const EXPIRED_PASSWORD = 'Old-Lantern-58-Quiet'

/** A password that the fake service takes as right, and asks for a second factor after. */
export const FACTOR_PASSWORD = 'Twin-Lantern-58-Quiet'

/** A password that the fake service takes as right, and mails a code after. */
export const MAILED_PASSWORD = 'Fourth-Lantern-58-Quiet'

/** The password of somebody who has a passkey. */
export const PASSKEY_PASSWORD = 'Fifth-Lantern-58-Quiet'

/** A password that the fake service takes as right, and has an authenticator set up after. */
export const SET_UP_PASSWORD = 'Third-Lantern-58-Quiet'

/** The code that it takes, and the recovery code. */
export const FACTOR_CODE = '123456'
export const RECOVERY_CODE = '0123-4567-89ab-cdef'

export const RULES: PasswordRules = { min_chars: 12, composition: 'four_kinds' }

const COMMON = /passw|qwert|1234|(.)\1\1\1/i

/** The faults of a new password, roughly like `crates/domain/src/password_policy.rs`. */
export function passwordFaults(
  password: string,
  names: readonly string[],
  { min_chars, composition }: PasswordRules,
): FieldError[] {
  const field = 'new_password'
  const faults: FieldError[] = []
  if ([...password].length < min_chars) {
    faults.push({ field, code: 'too_short', params: { min: String(min_chars) } })
  }
  const kinds: [FieldError['code'], RegExp][] =
    composition === 'four_kinds'
      ? [
          ['no_uppercase', /\p{Lu}/u],
          ['no_lowercase', /\p{Ll}/u],
          ['no_digit', /\p{N}/u],
          ['no_special', /[^\p{L}\p{N}]/u],
        ]
      : composition === 'letters_and_digits'
        ? [
            ['no_letter', /\p{L}/u],
            ['no_digit', /\p{N}/u],
          ]
        : []
  for (const [code, kind] of kinds) {
    if (!kind.test(password)) {
      faults.push({ field, code })
    }
  }
  const parts = names.flatMap((name) =>
    (name.split('@')[0] ?? '').toLowerCase().split(/[^\p{L}\p{N}]+/u),
  )
  if (parts.some((part) => part.length >= 3 && password.toLowerCase().includes(part))) {
    faults.push({ field, code: 'holds_name' })
  }
  if (COMMON.test(password)) {
    faults.push({ field, code: 'guessable' })
  }
  return faults
}

/** Throws what is wrong with a new password. */
export function demandPassword(password: string, names: readonly string[], used: string): void {
  const errors = passwordFaults(password, names, RULES)
  if (errors.length === 0 && password === used) {
    errors.push({ field: 'new_password', code: 'reused' })
  }
  if (errors.length > 0) {
    throw new IpcFailure({ code: 'invalid_fields', params: {}, errors })
  }
}
