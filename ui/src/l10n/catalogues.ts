import { FluentBundle, FluentResource } from '@fluent/bundle'
import deApp from '../../../locales/de/app.ftl?raw'
import deProblems from '../../../locales/de/problems.ftl?raw'
import deTerms from '../../../locales/de/terms.ftl?raw'
import enApp from '../../../locales/en/app.ftl?raw'
import enProblems from '../../../locales/en/problems.ftl?raw'
import enTerms from '../../../locales/en/terms.ftl?raw'
import frApp from '../../../locales/fr/app.ftl?raw'
import frProblems from '../../../locales/fr/problems.ftl?raw'
import frTerms from '../../../locales/fr/terms.ftl?raw'
import type { Language } from '../ipc/types'

/** The catalogues of each language, as they lie in `locales/`. */
export const SOURCES: Record<Language, readonly string[]> = {
  en: [enApp, enTerms, enProblems],
  de: [deApp, deTerms, deProblems],
  fr: [frApp, frTerms, frProblems],
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
