import { fileURLToPath } from 'node:url'
import { type Page, test } from '@playwright/test'
import type { FakeOptions } from '../../src/ipc/fake'
import { MARIA } from '../e2e/support/app'
import { NOON } from '../e2e/support/users'

const FOLDER = fileURLToPath(new URL('../../../docs/screens/', import.meta.url))

/** What is photographed: a name, how the fake starts, and what is done first. */
const SCENES: {
  name: string
  address: string
  options: FakeOptions
  act?: (page: Page) => Promise<unknown>
}[] = [
  {
    name: 'computer',
    address: '/computer',
    options: { manners: { close_to_tray: true, shortcut: 'Control+Alt+K' } },
  },
  {
    name: 'computer-absent',
    address: '/computer',
    options: {
      preferences: { language: 'de' },
      manners: { tray_problem: 'no_host', shortcut_problem: 'wayland' },
    },
  },
  {
    name: 'closing',
    address: '/codes',
    options: { vault: 'open' },
    act: async (page) => {
      await page.getByRole('row').first().waitFor()
      await page.evaluate(() => globalThis.keyholderFake?.giveErrand({ kind: 'close' }))
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'codes-link',
    address: '/codes',
    options: { vault: 'open' },
    act: async (page) => {
      await page.getByRole('row').first().waitFor()
      await page.evaluate(() => globalThis.keyholderFake?.openLink())
      await page.getByRole('dialog').getByRole('row').first().waitFor()
    },
  },
]

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { name, address, options, act } of SCENES) {
    test(`${name}-${colorScheme}`, async ({ browser }) => {
      const page = await browser.newPage({
        colorScheme,
        reducedMotion: 'reduce',
        viewport: { width: 1280, height: 800 },
      })
      await page.clock.setFixedTime(NOON)
      await page.addInitScript((given) => (globalThis.keyholderFakeOptions = given), {
        as: MARIA,
        ...options,
      })
      await page.goto(`/#${address}`)
      await page.getByRole('main').waitFor()
      await page.waitForLoadState('networkidle')
      await act?.(page)
      await page.screenshot({ path: `${FOLDER}${name}-${colorScheme}.png`, animations: 'disabled' })
      await page.close()
    })
  }
}
