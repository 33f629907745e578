import type { Page } from '@playwright/test'
import library, { type RuleObject, type RunOptions, type SerialSelectorList } from 'axe-core'

const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // Of what passes nothing is described, which takes a third of the time.
  resultTypes: ['violations'],
}

const NOT_LOOKED_AT: SerialSelectorList = [
  // React Aria's announcer keeps a reference to what it has just read aloud, gone or not.
  '[data-live-announcer]',
  // A tooltip hangs outside of the landmarks until it fades; what it says is said by its button.
  '[data-overlay-container]:has([role="tooltip"])',
]

/** What axe finds wrong with the page as it stands once nothing fades any more; it has no frames to look into. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    await page.evaluate(library.source)
  }
  await page.evaluate(atRest)
  return await page.evaluate(
    async ({ options, exclude }) => {
      // An open popover lies outside of the landmarks, like a dialog; its buttons that dismiss
      // it, for screen readers only, stand beside the dialog role that would excuse them.
      const popover = document.querySelector('[data-trigger]') !== null
      const rules: RuleObject = popover ? { region: { enabled: false } } : {}
      const found = await globalThis.axe.run({ exclude }, { ...options, rules })
      return found.violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
      )
    },
    { options: OPTIONS, exclude: NOT_LOOKED_AT },
  )
}

/** In the page: waits for what fades or moves, and for what that sets in motion, but not for what never ends. */
async function atRest(): Promise<void> {
  for (;;) {
    const moving = document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
    if (moving.length === 0) {
      return
    }
    await Promise.allSettled(moving.map(({ finished }) => finished))
  }
}

declare global {
  var axe: typeof import('axe-core')
}
