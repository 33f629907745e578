import { createContext, useContext } from 'react'
import type { L10n } from './l10n'

/** The words of the chosen language; `L10nProvider` fills it. */
export const L10nContext = createContext<L10n | null>(null)

/** The words, dates and numbers of the chosen language. */
export function useL10n(): L10n {
  const l10n = useContext(L10nContext)
  if (!l10n) {
    throw new Error('useL10n needs an L10nProvider around it')
  }
  return l10n
}
