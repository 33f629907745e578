import { fileURLToPath } from 'node:url'
import { type Page, test } from '@playwright/test'
import type { FakeOptions } from '../../src/ipc/fake'
import { MARIA } from '../e2e/support/app'

const FOLDER = fileURLToPath(new URL('../../../docs/screens/', import.meta.url))

/** The password after which the fake service asks for a code. */
const FACTOR_PASSWORD = 'Twin-Lantern-58-Quiet'

interface Scene {
  name: string
  address?: string
  options?: FakeOptions
  size?: { width: number; height: number }
  act: (page: Page) => Promise<unknown>
}

const HERE: FakeOptions = { as: MARIA, factor: true }
const ENROL = /^Let this device confirm$|^Dieses Gerät bestätigen lassen$/

async function enrolled(page: Page) {
  await page.getByRole('button', { name: ENROL }).click()
  await page.getByText('Office PC').last().scrollIntoViewIfNeeded()
}

async function asked(page: Page) {
  await enrolled(page)
  await page.evaluate(() => globalThis.keyholderFake?.signInElsewhere())
  await page.locator('input[name=number]').waitFor()
}

async function atTheDoor(page: Page) {
  await page.locator('input[name=name]').fill(MARIA)
  await page.locator('input[name=password]').fill(FACTOR_PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Ask my device' }).click()
  await page.getByText('483 920').waitFor()
}

const SCENES: Scene[] = [
  { name: 'sign-in-ask-device', options: { confirmed: true }, act: atTheDoor },
  { name: 'profile-confirming', address: '/profile', options: HERE, act: enrolled },
  { name: 'auth-request', address: '/profile', options: HERE, act: asked },
  {
    name: 'auth-request-narrow',
    address: '/profile',
    options: { ...HERE, preferences: { language: 'de' } },
    size: { width: 360, height: 740 },
    act: asked,
  },
  {
    name: 'auth-request-refused',
    address: '/profile',
    options: HERE,
    act: async (page) => {
      await asked(page)
      await page.getByRole('button', { name: 'Not me' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
]

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { name, address = '/', options = {}, size, act } of SCENES) {
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
      await act(page)
      await page.screenshot({ path: `${FOLDER}${name}-${colorScheme}.png`, animations: 'disabled' })
      await page.close()
    })
  }
}
