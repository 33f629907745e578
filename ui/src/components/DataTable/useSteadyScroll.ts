import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { NEAR_ROWS, ROW_HEIGHT } from './measures'
import { windowShift } from './windowShift'

interface Ends {
  onNearStart?: () => void
  onNearEnd?: () => void
}

/**
 * Keeps the rows on screen where they are while the window slides under them, starts another list at
 * its top, and asks for the neighbouring page when an end comes near. Returns the scroll handler.
 */
export function useSteadyScroll(
  container: RefObject<HTMLElement | null>,
  keys: readonly string[],
  listKey: string,
  ends: Ends,
): () => void {
  const before = useRef({ keys, listKey })

  useLayoutEffect(() => {
    const grid = scrollerOf(container.current)
    const former = before.current
    before.current = { keys, listKey }
    if (!grid) {
      return
    }
    if (former.listKey !== listKey) {
      grid.scrollTop = 0
      return
    }
    const rows = windowShift(former.keys, keys)
    if (rows !== 0) {
      grid.scrollTop += rows * ROW_HEIGHT
    }
  })

  // One may be at an end when a page arrives, and then nothing scrolls to ask for the next.
  useEffect(() => {
    if (keys.length === 0) {
      return
    }
    // In the next frame: asked at once, the height would take a layout of its own.
    const frame = requestAnimationFrame(() =>
      askNear(scrollerOf(container.current), keys.length, ends),
    )
    return () => cancelAnimationFrame(frame)
  })

  return () => askNear(scrollerOf(container.current), keys.length, ends)
}

/** Asks for the page beyond an end that is near. */
function askNear(grid: HTMLElement | null, rows: number, { onNearStart, onNearEnd }: Ends): void {
  if (!grid) {
    return
  }
  const near = NEAR_ROWS * ROW_HEIGHT
  if (grid.scrollTop < near) {
    onNearStart?.()
  }
  // Counted, not measured: before its first layout the grid knows nothing of its height.
  if (rows * ROW_HEIGHT - grid.scrollTop - grid.clientHeight < near) {
    onNearEnd?.()
  }
}

/** The element that scrolls: the grid itself, within its container. */
function scrollerOf(container: HTMLElement | null): HTMLElement | null {
  return container?.querySelector<HTMLElement>('[role=grid]') ?? container
}
