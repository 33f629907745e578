import { type MouseEvent, useRef } from 'react'
import { keysBetween } from './keysBetween'

/**
 * Lets Shift with a press on a checkbox select from the row ticked last to this one, which React
 * Aria does for presses on rows only. Returns the handler for presses on their way down, and what
 * to call with each new selection.
 */
export function useRange(
  keys: readonly string[],
  selected: ReadonlySet<string>,
  onSelect: ((selected: ReadonlySet<string>) => void) | undefined,
) {
  const last = useRef<string | null>(null)
  return {
    onClickCapture: (event: MouseEvent<HTMLElement>) => {
      const { target } = event
      const row = target instanceof Element && target.closest('label')?.closest('[role=row]')
      const key = row ? row.getAttribute('data-key') : null
      if (!(event.shiftKey && onSelect && last.current !== null) || key === null) {
        return
      }
      const range = keysBetween(keys, last.current, key)
      if (range.length > 0) {
        event.preventDefault()
        event.stopPropagation()
        onSelect(new Set([...selected, ...range]))
      }
    },
    onSelected: (next: ReadonlySet<string>) => {
      const added = [...next].filter((key) => !selected.has(key))
      last.current = added.length === 1 ? (added[0] ?? null) : null
      onSelect?.(next)
    },
  }
}
