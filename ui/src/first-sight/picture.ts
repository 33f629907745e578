import { type ComponentChild, render } from 'preact'
import type { ReactNode } from 'react'

/** Draws a picture in a place, at once. What React's components make is Preact's here (`vite.config.ts`). */
export function show(picture: ReactNode, place: HTMLElement): void {
  render(picture as ComponentChild, place)
}

/** Forgets what `show` drew in a place; what React has put there since is not touched. */
export function forget(place: HTMLElement): void {
  render(null, place)
}
