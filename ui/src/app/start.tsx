import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { forget } from '../first-sight/picture'
import { App } from './App'
import { createQueryClient } from './queryClient'
import { announceSignedOut } from './signedOut'
import { startUp } from './startUp'
import { takeWhatWasTyped } from './typedAhead'
import { forgetVaultAhead } from './vaultAhead'

/** Draws the app in place of what stands there. What was drawn first stays until all of it can be replaced at once. */
export async function start(place: HTMLElement, drawnFirst: boolean): Promise<void> {
  const queries = createQueryClient(({ code }) => {
    if (code === 'sign_in_required' || code === 'refresh_reused') {
      announceSignedOut(code)
    }
  })
  if (drawnFirst) {
    await queries.prefetchQuery(startUp)
  }
  createRoot(place).render(
    <StrictMode>
      <App queries={queries} />
    </StrictMode>,
  )
  setTimeout(() => {
    forgetVaultAhead()
    takeWhatWasTyped()
    if (drawnFirst) {
      forget(place)
    }
  }, FIRST_SCREEN_MS)
}

/** By then the first screen has been drawn. */
const FIRST_SCREEN_MS = 5_000
