import type { KeyboardEvent } from 'react'

/** Letters that do what a key of the grid does. */
const SAME_AS: Record<string, string> = { j: 'ArrowDown', k: 'ArrowUp', x: ' ' }

/**
 * Translates j, k and x into the grid's own keys, Shift included. Leaves fields inside alone. They go from
 * row to row: from a button in a row too, so that Enter then opens the next row and never does what a
 * button there does.
 */
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
  const row = target.closest<HTMLElement>('[role=row]')
  row?.focus()
  for (const type of ['keydown', 'keyup']) {
    ;(row ?? target).dispatchEvent(
      new window.KeyboardEvent(type, {
        key,
        shiftKey: event.shiftKey,
        bubbles: true,
        cancelable: true,
      }),
    )
  }
}
