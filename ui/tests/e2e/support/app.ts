import { test as base, expect, type Locator, type Page } from '@playwright/test'
import type { FakeOptions } from '../../../src/ipc/fake'
import { violations } from './violations'

export const MARIA = 'maria.keller@alpenkiosk.example'
/** Limited to two locations. */
export const AYLIN = 'aylin.yilmaz@alpenkiosk.example'
export const SOFIA = 'sofia.rossi@alpenkiosk.example'
export const OPERATOR = 'operator@provider.example'
export const PASSWORD = 'Sample-Till-4711'

export interface App {
  page: Page
  /** Starts the app on a fresh fake service. */
  open: (address?: string, options?: FakeOptions) => Promise<void>
  /** No violation of WCAG 2.2 A and AA that axe can see, and no sideways scrolling of the page. */
  expectAccessible: () => Promise<void>
}

/** A page with the app on it; a fault in the console fails the test. */
export const test = base.extend<{ app: App }>({
  app: async ({ page }, use) => {
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') {
        faults.push(message.text())
      }
    })
    await use({
      page,
      open: async (address = '/', options = {}) => {
        await page.addInitScript((given) => {
          globalThis.keyholderFakeOptions = given
        }, options)
        await page.goto(`/#${address}`)
        // Not the one of the first picture, which nothing can be done with.
        await page.locator('main:not([data-first-sight] main)').waitFor()
      },
      expectAccessible: async () => {
        expect(await violations(page)).toEqual([])
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(sideways, 'pixels that the page scrolls sideways').toBe(0)
        // The shell fills the window, and only what is in it scrolls.
        const down = await page.evaluate(() =>
          document.querySelector('[data-mode]') === null
            ? 0
            : document.documentElement.scrollHeight - document.documentElement.clientHeight,
        )
        expect(down, 'pixels that the window scrolls').toBe(0)
      },
    })
    expect(faults).toEqual([])
  },
})

export { expect }

/** The looks and sizes in which every screen must hold. 640 px is 1280 px at 200 % zoom. */
export const SETTINGS = [
  { name: 'light', colorScheme: 'light', language: 'en', width: 1280, height: 800 },
  { name: 'dark', colorScheme: 'dark', language: 'en', width: 1280, height: 800 },
  { name: 'German', colorScheme: 'light', language: 'de', width: 1280, height: 800 },
  { name: 'French', colorScheme: 'dark', language: 'fr', width: 1280, height: 800 },
  { name: '200 % zoom', colorScheme: 'light', language: 'de', width: 640, height: 400 },
  { name: '360 px', colorScheme: 'light', language: 'fr', width: 360, height: 740 },
] as const

/** The texts of a part of the page, node by node, less what is data and not wording. */
export async function textsOf(
  part: Locator,
  data: readonly (string | RegExp)[],
): Promise<string[]> {
  const texts = await part.evaluate((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (walker.nextNode()) {
      found.push(walker.currentNode.textContent ?? '')
    }
    return found
  })
  return texts.map((text) => data.reduce<string>((rest, known) => rest.replace(known, ''), text))
}
