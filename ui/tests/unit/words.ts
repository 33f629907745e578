import type { FluentBundle, FluentResource } from '@fluent/bundle'
import type { Language } from '../../src/ipc/types'
import { bundleOf as bundleOfCatalogues } from '../../src/l10n/bundle'
import { catalogues as de } from '../../src/l10n/catalogues/de'
import { catalogues as en } from '../../src/l10n/catalogues/en'
import { catalogues as fr } from '../../src/l10n/catalogues/fr'

/** The catalogues of every language at once, which the app never reads. */
const CATALOGUES: Record<Language, readonly FluentResource[]> = { en, de, fr }

const files = import.meta.glob<string>(
  [
    '../../../locales/*/*.ftl',
    '!**/mail.ftl',
    '!**/account.ftl',
    '!**/notification.ftl',
    '!**/tray.ftl',
  ],
  { query: '?raw', import: 'default', eager: true },
)
const written = (language: Language) =>
  Object.entries(files)
    .filter(([path]) => path.includes(`/${language}/`))
    .map(([, text]) => text)

/** The same as they are written, with their comments. */
export const SOURCES: Record<Language, readonly string[]> = {
  en: written('en'),
  de: written('de'),
  fr: written('fr'),
}

/** The messages of a language. */
export function bundleOf(
  language: Language,
  locale: string = language,
  transform?: (text: string) => string,
): FluentBundle {
  return bundleOfCatalogues(CATALOGUES[language], locale, transform)
}
