import { backend, type StartUp } from '../ipc/client'

let asked: Promise<StartUp> | null = null

/** Asks the core how things stand, before the app itself has been read. */
export function askAhead(): Promise<StartUp> {
  asked ??= backend.startUp()
  return asked
}

/** What was asked ahead, for who asks first; how things stand then, for everybody later. */
export function askHowThingsStand(): Promise<StartUp> {
  const first = asked
  asked = null
  return first ?? backend.startUp()
}
