import { createContext, useContext } from 'react'
import type { KeyStorage } from '../ipc/client'

/** What is true of this app on this computer, whoever is signed in. */
export interface Installation {
  appVersion: string
  keyStorage: KeyStorage
  /** The address of the service; absent before the first connection. */
  serverUrl: string | null
}

export const InstallationContext = createContext<Installation | null>(null)

/** The app on this computer. */
export function useInstallation(): Installation {
  const installation = useContext(InstallationContext)
  if (!installation) {
    throw new Error('useInstallation needs an InstallationContext around it')
  }
  return installation
}
