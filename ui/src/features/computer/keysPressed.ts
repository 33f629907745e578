/** What of a key press a shortcut is made of. */
export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'
>

/**
 * The shortcut that is being pressed, as `shortcut.rs` reads it; nothing while only Ctrl, Alt, Shift or
 * Super are held, and for keys that no shortcut has. Letters are those that are printed on the keys.
 */
export function keysPressed(held: Pressed): string | null {
  const { key, code } = held
  const named = /^[a-z]$/i.test(key)
    ? key.toUpperCase()
    : (/^Digit(\d)$/.exec(code)?.[1] ??
      (/^(Key[A-Z]|F([1-9]|1[0-2])|Space)$/.test(code) ? code : null))
  if (named === null) {
    return null
  }
  const modifiers = [
    held.ctrlKey && 'Control',
    held.altKey && 'Alt',
    held.shiftKey && 'Shift',
    held.metaKey && 'Super',
  ].filter((modifier) => modifier !== false)
  return [...modifiers, named.replace(/^Key/, '')].join('+')
}
