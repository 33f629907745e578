import { isRunningMany } from './runMany'

let typedAt: string | null = null

/** Notes where something was last typed or chosen. */
function noteTyping() {
  typedAt = globalThis.location.hash
}

document.addEventListener('input', noteTyping, { capture: true })
document.addEventListener('change', noteTyping, { capture: true })

/**
 * Whether nothing is begun here, so that the app may be replaced without anybody's asking: nothing is done
 * for many, no dialog is open, and nothing was typed or chosen on this screen. Careful rather than exact: a
 * search that was typed counts too.
 */
export function isAtRest(): boolean {
  const isOpen = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null
  return !isRunningMany() && !isOpen && typedAt !== globalThis.location.hash
}
