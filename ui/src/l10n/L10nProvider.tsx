import { LocalizationProvider, ReactLocalization } from '@fluent/react'
import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { LanguageChoice } from '../ipc/types'
import { bundleOf } from './catalogues'
import { createL10n, type L10n } from './l10n'
import { chooseLanguage } from './language'
import { pseudo } from './pseudo'

const L10nContext = createContext<L10n | null>(null)

/** The pseudo-locale shows strings that are in no catalogue; `?pseudo` of the fake mode only. */
const transform =
  import.meta.env.MODE === 'fake' && new URLSearchParams(location.search).has('pseudo')
    ? pseudo
    : undefined

/** Speaks the chosen language to everything inside. */
export function L10nProvider({
  choice,
  children,
}: {
  choice: LanguageChoice
  children: ReactNode
}) {
  const { language, locale } = chooseLanguage(choice, navigator.languages)
  const { l10n, localization } = useMemo(() => {
    const bundle = bundleOf(language, locale, transform)
    return {
      l10n: createL10n(language, locale, bundle),
      localization: new ReactLocalization([bundle]),
    }
  }, [language, locale])
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <LocalizationProvider l10n={localization}>
      <I18nProvider locale={locale}>
        <L10nContext.Provider value={l10n}>{children}</L10nContext.Provider>
      </I18nProvider>
    </LocalizationProvider>
  )
}

/** The words, dates and numbers of the chosen language. */
export function useL10n(): L10n {
  const l10n = useContext(L10nContext)
  if (!l10n) {
    throw new Error('useL10n needs an L10nProvider around it')
  }
  return l10n
}
