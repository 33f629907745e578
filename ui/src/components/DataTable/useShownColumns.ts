import { type RefObject, useLayoutEffect, useState } from 'react'

interface Hideable {
  id: string
  hideBelow?: number
}

/** The columns that have room in an element, followed as its width changes; all before it is known. */
export function useShownColumns<Column extends Hideable>(
  element: RefObject<HTMLElement | null>,
  columns: readonly Column[],
): Column[] {
  // Kept is what is left out, not the width: drawing the table anew is dear, and most widths change
  // nothing.
  const [hidden, setHidden] = useState('')
  const limits = columns.map(({ id, hideBelow = 0 }) => `${id} ${hideBelow}`).join()
  useLayoutEffect(() => {
    const { current } = element
    if (!current) {
      return
    }
    const follow = (width: number) => setHidden(hiddenAt(width, limits))
    follow(current.clientWidth)
    const observer = new ResizeObserver(([entry]) => entry && follow(entry.contentRect.width))
    observer.observe(current)
    return () => observer.disconnect()
  }, [element, limits])
  const left = hidden.split(',')
  return columns.filter(({ id }) => !left.includes(id))
}

function hiddenAt(width: number, limits: string): string {
  const columns = limits.split(',').map((column) => column.split(' '))
  return columns.flatMap(([id, limit]) => (width < Number(limit) ? [id] : [])).join()
}
