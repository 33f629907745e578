import type { Language, LanguageChoice } from '../ipc/types'
import { bundleOf } from './bundle'
import { catalogueInHand, readCatalogue } from './catalogues'
import { createL10n } from './l10n'
import { type ChosenLanguage, chooseLanguage } from './language'
import { pseudo } from './pseudo'

/** The pseudo-locale shows strings that are in no catalogue; `?pseudo` of the fake mode only. */
const transform =
  import.meta.env.MODE === 'fake' && new URLSearchParams(location.search).has('pseudo')
    ? pseudo
    : undefined

/** What was made last: the app speaks one language, and reading its messages takes a while. */
let made: (ChosenLanguage & ReturnType<typeof createFrom>) | null = null

/** The words of a language that was read. */
export function wordsIn(language: Language, locale: string) {
  if (made?.language !== language || made.locale !== locale) {
    made = { language, locale, ...createFrom(language, locale) }
  }
  return made
}

function createFrom(language: Language, locale: string) {
  const bundle = bundleOf(catalogueInHand(language) ?? [], locale, transform)
  return { bundle, l10n: createL10n(language, locale, bundle) }
}

/** Reads the words of a choice before they are needed. */
export async function readWords(choice: LanguageChoice): Promise<ChosenLanguage> {
  const chosen = chooseLanguage(choice, navigator.languages)
  await readCatalogue(chosen.language)
  return chosen
}
