import type { FluentBundle, FluentVariable } from '@fluent/bundle'
import type { FieldError, Language, Params } from '../ipc/types'
import { type Formats, formatsOf } from './formats'
import { fieldArguments, problemArguments } from './problem'

/** Values that a message names. */
export type TextArguments = Record<string, FluentVariable>

/** Everything that turns codes and values into words. */
export interface L10n extends Formats {
  language: Language
  /** The message of a key; an unknown key throws, for the catalogues are complete. */
  text(id: string, args?: TextArguments): string
  /** Whether there is a message of that key. */
  has(id: string): boolean
  /** What happened, why, and what to do about it. */
  problem(problem: { code: string; params?: Params }): string
  /** What a field needs. */
  fieldProblem(error: FieldError): string
}

/** The words of a language out of its messages. */
export function createL10n(language: Language, locale: string, bundle: FluentBundle): L10n {
  const formats = formatsOf(locale)
  const has = (id: string) => bundle.hasMessage(id)
  const text = (id: string, args: TextArguments = {}) => {
    const pattern = bundle.getMessage(id)?.value
    if (!pattern) {
      throw new Error(`no message ${id}`)
    }
    return bundle.formatPattern(pattern, isolated(args))
  }
  const l10n: L10n = {
    ...formats,
    language,
    text,
    has,
    problem: ({ code, params = {} }) => {
      const id = isLongWait(params) ? `problem-${code}-minutes` : `problem-${code}`
      const known = has(id) ? id : `problem-${code}`
      return has(known)
        ? text(known, problemArguments(l10n, params))
        : text('problem-unknown', { code })
    },
    fieldProblem: ({ code, params = {} }) =>
      has(`field-${code}`)
        ? text(`field-${code}`, fieldArguments(params))
        : text('field-malformed'),
  }
  return l10n
}

/** From how many seconds on a wait is counted in minutes. */
const LONG = 120

function isLongWait(params: Params): boolean {
  return Number(params['retry_after'] ?? 0) >= LONG
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u

/** Keeps right-to-left names from turning the sentence around them (Unicode isolates). */
function isolated(args: TextArguments): TextArguments {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'string' && RIGHT_TO_LEFT.test(value) ? `\u2068${value}\u2069` : value,
    ]),
  )
}
