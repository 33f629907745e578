type Listener = (reason: string) => void

const listeners = new Set<Listener>()

/** Tells the app that the session is over, with a stable word for the reason. */
export function announceSignedOut(reason: string): void {
  for (const listener of listeners) {
    listener(reason)
  }
}

/** Hears that the session is over. */
export function onSignedOut(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
