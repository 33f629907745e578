import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'

/** Sorting, numbers and reading direction of everything inside follow a locale such as `de-CH`. */
export function LocaleProvider({ locale, children }: { locale: string; children: ReactNode }) {
  return <I18nProvider locale={locale}>{children}</I18nProvider>
}
