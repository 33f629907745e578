import { fileURLToPath } from 'node:url'
import { type Page, test } from '@playwright/test'
import type { FakeOptions } from '../../src/ipc/fake'

const FOLDER = fileURLToPath(new URL('../../../docs/screens/', import.meta.url))

/** What is photographed: a name, an address, how the fake starts, and what is done first. */
export interface Scene {
  name: string
  address?: string
  options?: FakeOptions
  size?: { width: number; height: number }
  act?: (page: Page) => Promise<unknown>
}

/** Takes a picture of each scene, light and dark. */
export function photograph(scenes: readonly Scene[]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const { name, address = '/', options = {}, size, act } of scenes) {
      test(`${name}-${colorScheme}`, async ({ browser }) => {
        const page = await browser.newPage({
          colorScheme,
          reducedMotion: 'reduce',
          viewport: size ?? { width: 1280, height: 800 },
        })
        await page.addInitScript((given) => {
          globalThis.keyholderFakeOptions = given
        }, options)
        await page.goto(`/#${address}`)
        await page.getByRole('main').waitFor()
        await page.waitForLoadState('networkidle')
        await act?.(page)
        await page.screenshot({
          path: `${FOLDER}${name}-${colorScheme}.png`,
          animations: 'disabled',
        })
        await page.close()
      })
    }
  }
}
