import { LocalizationProvider, ReactLocalization } from '@fluent/react'
import { type ReactNode, useLayoutEffect, useMemo } from 'react'
import { LocaleProvider } from '../components/LocaleProvider/LocaleProvider'
import type { LanguageChoice } from '../ipc/types'
import { bundleOf } from './catalogues'
import { L10nContext } from './L10nContext'
import { createL10n } from './l10n'
import { chooseLanguage } from './language'
import { pseudo } from './pseudo'

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
      <LocaleProvider locale={locale}>
        <L10nContext.Provider value={l10n}>{children}</L10nContext.Provider>
      </LocaleProvider>
    </LocalizationProvider>
  )
}
