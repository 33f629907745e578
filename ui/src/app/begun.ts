import { useEffect } from 'react'
import { isRunningMany } from './runMany'

/** What is not finished here, and would be lost if the app ended. */
export type Begun =
  /** Something is done for many. */
  | 'many'
  /** A sign-in elsewhere waits for an answer. */
  | 'request'
  /** A dialog is open. */
  | 'dialog'
  /** Something was typed or chosen that still stands on the screen. */
  | 'typed'

/** Where something was typed or chosen, as long as it stands there. */
const typed = new Set<Element>()

/** How many sign-ins are being asked about. */
let requests = 0

/** Notes where something was typed or chosen. */
function noteTyping({ target }: Event) {
  forgetGone()
  if (target instanceof Element) {
    typed.add(target)
  }
}

/** What was typed in a dialog that is closed, or on a screen that was left, is saved or given up. */
function forgetGone() {
  for (const element of typed) {
    if (!element.isConnected) {
      typed.delete(element)
    }
  }
}

document.addEventListener('input', noteTyping, { capture: true })
document.addEventListener('change', noteTyping, { capture: true })

/** A sign-in elsewhere is asked about while this is shown. */
export function useAskedAboutSignIn(): void {
  useEffect(() => {
    requests += 1
    return () => {
      requests -= 1
    }
  }, [])
}

/** Toasts are alert dialogs to a screen reader, and nothing that somebody has begun. */
function isDialogOpen(): boolean {
  const open = document.querySelectorAll('[role="dialog"], [role="alertdialog"]')
  return [...open].some((dialog) => dialog.closest('[data-toasts]') === null)
}

/**
 * What is begun here. Careful rather than exact: a search that was typed counts, and so does what is saved
 * and still stands in its field.
 */
export function begun(): Begun[] {
  forgetGone()
  const found: Record<Begun, boolean> = {
    many: isRunningMany(),
    request: requests > 0,
    dialog: requests === 0 && isDialogOpen(),
    typed: typed.size > 0,
  }
  return (['many', 'request', 'dialog', 'typed'] as const).filter((what) => found[what])
}
