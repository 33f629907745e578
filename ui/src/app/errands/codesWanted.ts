const listeners = new Set<() => void>()

/** Tells the screen of codes that somebody came to it by a shortcut of the system. */
export function announceCodesWanted(): void {
  for (const listener of listeners) {
    listener()
  }
}

/** Hears of it; gives what ends that. */
export function onCodesWanted(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
