import type { KeyboardEvent } from 'react'

/** Letters that do what a key of the grid does. */
const SAME_AS: Record<string, string> = { j: 'ArrowDown', k: 'ArrowUp', x: ' ' }

/** Translates j, k and x into the grid's own keys, Shift included. Leaves fields inside alone. */
export function tableKeys(event: KeyboardEvent<HTMLElement>): void {
  const key = SAME_AS[event.key.toLowerCase()]
  const { target } = event
  if (
    key === undefined ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    !(target instanceof HTMLElement) ||
    target.matches('input:not([type=checkbox]), textarea, [contenteditable]')
  ) {
    return
  }
  event.preventDefault()
  event.stopPropagation()
  for (const type of ['keydown', 'keyup']) {
    target.dispatchEvent(
      new window.KeyboardEvent(type, {
        key,
        shiftKey: event.shiftKey,
        bubbles: true,
        cancelable: true,
      }),
    )
  }
}
