import { LocalizationProvider, ReactLocalization } from '@fluent/react'
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { LocaleProvider } from '../components/LocaleProvider/LocaleProvider'
import type { Language, LanguageChoice } from '../ipc/types'
import { bundleOf } from './bundle'
import { catalogueInHand, readCatalogue } from './catalogues'
import { L10nContext } from './L10nContext'
import { createL10n } from './l10n'
import { type ChosenLanguage, chooseLanguage } from './language'
import { pseudo } from './pseudo'

/** The pseudo-locale shows strings that are in no catalogue; `?pseudo` of the fake mode only. */
const transform =
  import.meta.env.MODE === 'fake' && new URLSearchParams(location.search).has('pseudo')
    ? pseudo
    : undefined

/**
 * Speaks the chosen language to everything inside. While the words of another language are read, it
 * goes on in the one before.
 */
export function L10nProvider({
  choice,
  children,
}: {
  choice: LanguageChoice
  children: ReactNode
}) {
  const { language, locale } = chooseLanguage(choice, navigator.languages)
  const [spoken, setSpoken] = useState<ChosenLanguage | null>(null)
  const now = catalogueInHand(language) ? { language, locale } : spoken
  useEffect(() => {
    let wanted = true
    void readCatalogue(language).then(() => wanted && setSpoken({ language, locale }))
    return () => {
      wanted = false
    }
  }, [language, locale])
  return (
    now && (
      <Speaking language={now.language} locale={now.locale}>
        {children}
      </Speaking>
    )
  )
}

function Speaking({ language, locale, children }: ChosenLanguage & { children: ReactNode }) {
  const { l10n, localization } = useMemo(() => createFor(language, locale), [language, locale])
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <LocalizationProvider l10n={localization}>
      <LocaleProvider locale={locale}>
        <L10nContext.Provider value={l10n}>{children}</L10nContext.Provider>
      </LocaleProvider>
    </LocalizationProvider>
  )
}

/** What was made last: the app speaks one language, and reading its messages takes a while. */
let made: (ChosenLanguage & ReturnType<typeof createFrom>) | null = null

function createFor(language: Language, locale: string) {
  if (made?.language !== language || made.locale !== locale) {
    made = { language, locale, ...createFrom(language, locale) }
  }
  return made
}

function createFrom(language: Language, locale: string) {
  const bundle = bundleOf(catalogueInHand(language) ?? [], locale, transform)
  return {
    l10n: createL10n(language, locale, bundle),
    localization: new ReactLocalization([bundle]),
  }
}

/** Reads the words of a choice before they are needed. */
export async function readWords(choice: LanguageChoice): Promise<void> {
  await readCatalogue(chooseLanguage(choice, navigator.languages).language)
}
