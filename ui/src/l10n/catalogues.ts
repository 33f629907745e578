import { FluentBundle, FluentResource } from '@fluent/bundle'
import type { Language } from '../ipc/types'

/** Every catalogue but those of the service's letters and pages, as they lie in `locales/`. */
const FILES = import.meta.glob<string>(
  ['../../../locales/*/*.ftl', '!**/mail.ftl', '!**/account.ftl'],
  { query: '?raw', import: 'default', eager: true },
)

function ofLanguage(language: Language): readonly string[] {
  return Object.entries(FILES)
    .filter(([path]) => path.includes(`/${language}/`))
    .map(([, text]) => text)
}

/** The catalogues of each language; one file a screen, the same files in each language. */
export const SOURCES: Record<Language, readonly string[]> = {
  en: ofLanguage('en'),
  de: ofLanguage('de'),
  fr: ofLanguage('fr'),
}

/**
 * The messages of a language. `locale` is the tag for plurals and numbers, `transform` rewrites the
 * fixed text (the pseudo-locale does).
 */
export function bundleOf(
  language: Language,
  locale: string = language,
  transform?: (text: string) => string,
): FluentBundle {
  // Values are isolated by `isolated` where direction demands it; marks around every number would
  // end up in accessible names and in what people copy.
  const bundle = new FluentBundle(locale, {
    useIsolating: false,
    ...(transform ? { transform } : {}),
  })
  for (const source of SOURCES[language]) {
    const errors = bundle.addResource(new FluentResource(source))
    if (errors.length > 0) {
      throw errors[0]
    }
  }
  return bundle
}
