import type { FieldError, IpcError, Params } from './types'

/** What every call of the bridge rejects with. Carries codes, never wording. */
export class IpcFailure extends Error {
  readonly code: string
  readonly params: Params
  readonly errors: FieldError[]

  constructor(error: IpcError) {
    super(error.code)
    this.name = 'IpcFailure'
    this.code = error.code
    this.params = error.params
    this.errors = error.errors
  }

  /** The failure as it is, or `unexpected_reply` for anything else that was thrown. */
  static from(thrown: unknown): IpcFailure {
    if (thrown instanceof IpcFailure) {
      return thrown
    }
    if (isIpcError(thrown)) {
      return new IpcFailure(thrown)
    }
    return new IpcFailure({ code: 'unexpected_reply', params: {}, errors: [] })
  }
}

function isIpcError(value: unknown): value is IpcError {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as IpcError).code === 'string' &&
    typeof (value as IpcError).params === 'object' &&
    Array.isArray((value as IpcError).errors)
  )
}
