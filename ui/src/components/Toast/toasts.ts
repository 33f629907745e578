import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components'
import type { Tone } from '../StatusBadge/StatusBadge'

/** What a toast says. */
export interface ToastContent {
  tone: Extract<Tone, 'positive' | 'info' | 'warning' | 'danger'>
  title: string
  description?: string
  /** Takes back what was done, while the toast stands. */
  undo?: { label: string; run: () => void }
}

/** The toasts of the app, newest in front; at most three at once. */
export const toasts = new ToastQueue<ToastContent>({ maxVisibleToasts: 3 })

/** How long a toast stays, in milliseconds; longer where there is something to press. */
const STAY = 6_000
const STAY_WITH_UNDO = 10_000

/** Says that something has happened. Refusals that need an answer belong into the screen instead. */
export function toast(content: ToastContent): void {
  toasts.add(content, { timeout: content.undo ? STAY_WITH_UNDO : STAY })
}

/** Takes every toast away, also those that wait. */
export function clearToasts(): void {
  toasts.clear()
}

/** Takes away what only says that something has happened; what can still be undone stays. */
export function clearTold(): void {
  for (const { key, content } of toasts.visibleToasts) {
    if (!content.undo) {
      toasts.close(key)
    }
  }
}
