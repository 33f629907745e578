import { createContext, type ReactNode, useContext, useLayoutEffect, useState } from 'react'
import { backend, type Preferences } from '../ipc/client'

interface PreferencesState {
  preferences: Preferences
  /** Takes effect at once and is saved; if saving fails, it lasts until the app is closed. */
  change: (part: Partial<Preferences>) => void
}

const PreferencesContext = createContext<PreferencesState | null>(null)

/** Look, language and columns, as this person chose them on this computer. */
export function PreferencesProvider({
  initial,
  children,
}: {
  initial: Preferences
  children: ReactNode
}) {
  const [preferences, setPreferences] = useState(initial)
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = preferences.theme
  }, [preferences.theme])
  const change = (part: Partial<Preferences>) => {
    const next = { ...preferences, ...part }
    setPreferences(next)
    backend.savePreferences(next).catch(() => undefined)
  }
  return <PreferencesContext value={{ preferences, change }}>{children}</PreferencesContext>
}

/** The preferences, and how to change them. */
export function usePreferences(): PreferencesState {
  const state = useContext(PreferencesContext)
  if (!state) {
    throw new Error('usePreferences needs a PreferencesProvider around it')
  }
  return state
}
