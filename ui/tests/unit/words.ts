import type { FluentBundle } from '@fluent/bundle'
import type { Language } from '../../src/ipc/types'
import { bundleOf as bundleOfSources } from '../../src/l10n/bundle'
import { sources as de } from '../../src/l10n/catalogues/de'
import { sources as en } from '../../src/l10n/catalogues/en'
import { sources as fr } from '../../src/l10n/catalogues/fr'

/** The catalogues of every language at once, which the app never reads. */
export const SOURCES: Record<Language, readonly string[]> = { en, de, fr }

/** The messages of a language. */
export function bundleOf(
  language: Language,
  locale: string = language,
  transform?: (text: string) => string,
): FluentBundle {
  return bundleOfSources(SOURCES[language], locale, transform)
}
