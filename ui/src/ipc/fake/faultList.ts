import { IpcFailure } from '../failure'
import type { FieldCode, FieldError, Params } from '../types'

/** Control and direction characters, like `crates/domain/src/text.rs`. */
const FORBIDDEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** The faults of a request, all of them in one answer. */
export class FaultList {
  private readonly errors: FieldError[] = []

  add(field: string, code: FieldCode, params?: Params): void {
    this.errors.push({ field, code, ...(params && { params }) })
  }

  /** One line that may be missing, of at most `max` characters (`location_details.rs`). */
  line(field: string, typed: string | null | undefined, max: number): string | null {
    const text = (typed ?? '').trim()
    if ([...text].length > max) {
      this.add(field, 'too_long', { max: String(max) })
    } else if (FORBIDDEN.test(text)) {
      this.add(field, 'forbidden_character')
    }
    return text === '' ? null : text
  }

  /** One line that is needed. */
  needed(field: string, typed: string, max: number): string {
    const text = this.line(field, typed, max)
    if (text === null) {
      this.add(field, 'required')
    }
    return text ?? ''
  }

  /** Throws `invalid_fields` if there is any fault. */
  demandNone(): void {
    if (this.errors.length > 0) {
      throw new IpcFailure({ code: 'invalid_fields', params: {}, errors: this.errors })
    }
  }
}
