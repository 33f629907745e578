import type { WasAt } from '../ipc/client'

/** The screen about the app, which nobody works on. */
export const ABOUT = '/about'

let worked: string | null = null

/** Notes the screen in sight, so that whoever starts the app anew from About comes back to their work. */
export function noteScreen(address: string): void {
  if (!address.startsWith(ABOUT)) {
    worked = address
  }
}

/** Where a person is at this moment, to be shown to them after the restart. */
export function whereOneWorks(person: string): WasAt {
  const here = globalThis.location.hash.slice(1) || '/'
  return {
    address: here.startsWith(ABOUT) && worked !== null ? worked : here,
    user_id: person,
  }
}
