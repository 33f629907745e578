import { useDeferredValue } from 'react'
import { ROW_HEIGHT } from './measures'

/**
 * The rows to draw: at first those that fit on the screen, and all of them right after. React Aria
 * takes every row in hand before it draws the first.
 */
export function useFirstRows<Item>(items: readonly Item[]): readonly Item[] {
  const all = useDeferredValue(true, false)
  return all ? items : items.slice(0, Math.ceil(window.innerHeight / ROW_HEIGHT))
}
