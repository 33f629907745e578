import type { Language, LanguageChoice } from '../ipc/types'

const LANGUAGES: readonly Language[] = ['en', 'de', 'fr']

/** Whose conventions a language follows where the system names none. Our English is British. */
const REGION: Record<Language, string> = { en: 'en-GB', de: 'de', fr: 'fr' }

/** A language we speak, and the tag whose conventions dates and numbers follow. */
export interface ChosenLanguage {
  language: Language
  /** For example `de-CH`, where the system asks for it. */
  locale: string
}

/**
 * The language of the app: the person's choice, else the first language of the system that we speak,
 * else English. Dates follow the system's region wherever it fits the language.
 */
export function chooseLanguage(
  choice: LanguageChoice,
  systemTags: readonly string[],
): ChosenLanguage {
  const spoken = (tag: string) =>
    LANGUAGES.find((language) => tag.toLowerCase().split(/[-_]/)[0] === language)
  const language =
    choice === 'system'
      ? (systemTags.map(spoken).find((found) => found !== undefined) ?? 'en')
      : choice
  const locale = systemTags.find((tag) => spoken(tag) === language) ?? REGION[language]
  return { language, locale: locale.replaceAll('_', '-') }
}
