import { LocalizationProvider, ReactLocalization } from '@fluent/react'
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { LocaleProvider } from '../components/LocaleProvider/LocaleProvider'
import type { LanguageChoice } from '../ipc/types'
import { catalogueInHand, readCatalogue } from './catalogues'
import { L10nContext } from './L10nContext'
import { type ChosenLanguage, chooseLanguage } from './language'
import { wordsIn } from './words'

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
  const { l10n, localization } = useMemo(() => {
    const words = wordsIn(language, locale)
    return { l10n: words.l10n, localization: new ReactLocalization([words.bundle]) }
  }, [language, locale])
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
