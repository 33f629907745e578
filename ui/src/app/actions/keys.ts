/** What of a key press decides. */
export interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

/** Whether a Mac's keyboard is in front of us, where ⌘ is what Ctrl is elsewhere. */
export function isMac(platform: string): boolean {
  return platform.startsWith('Mac')
}

/** Whether a key press is the one of the table. Shift is part of the character: `?` needs it. */
export function matches(keys: string, press: KeyPress, mac: boolean): boolean {
  const parts = keys.split('+')
  const wanted = parts.at(-1) ?? ''
  const mod = parts.includes('Mod')
  const pressedMod = mac ? press.metaKey : press.ctrlKey
  const otherMod = mac ? press.ctrlKey : press.metaKey
  return (
    press.key.toLowerCase() === wanted.toLowerCase() &&
    pressedMod === mod &&
    !otherMod &&
    !press.altKey
  )
}

/** The keys as printed on the keyboard: `Ctrl K`, `⌘ K`, `?`. */
export function printedKeys(keys: string, mac: boolean): string {
  return keys
    .split('+')
    .map((part) => (part === 'Mod' ? (mac ? '⌘' : 'Ctrl') : part))
    .join(' ')
}
