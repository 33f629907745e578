import { fileURLToPath } from 'node:url'
import { test } from '@playwright/test'
import { MARIA } from '../e2e/support/app'

const FOLDER = fileURLToPath(new URL('../../../docs/screens/', import.meta.url))

for (const colorScheme of ['light', 'dark'] as const) {
  test(`components-${colorScheme}`, async ({ browser }) => {
    const page = await browser.newPage({
      colorScheme,
      reducedMotion: 'reduce',
      viewport: { width: 1280, height: 800 },
    })
    await page.addInitScript((as) => (globalThis.keyholderFakeOptions = { as }), MARIA)
    await page.goto('/#/about')
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.getByRole('row', { name: /@fluent\/bundle/ }).waitFor()
    await page.screenshot({
      path: `${FOLDER}components-${colorScheme}.png`,
      animations: 'disabled',
    })
    await page.close()
  })
}
