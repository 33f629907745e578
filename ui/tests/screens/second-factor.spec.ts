import { fileURLToPath } from 'node:url'
import { type Page, test } from '@playwright/test'
import type { FakeOptions } from '../../src/ipc/fake'
import { MARIA, PASSWORD } from '../e2e/support/app'

const FOLDER = fileURLToPath(new URL('../../../docs/screens/', import.meta.url))

/** The password after which the fake service asks for a code. */
const FACTOR_PASSWORD = 'Twin-Lantern-58-Quiet'

/** The password after which it mails one. */
const MAILED_PASSWORD = 'Fourth-Lantern-58-Quiet'

/** What is photographed: a name, an address, how the fake starts, and what is done first. */
interface Scene {
  name: string
  address?: string
  options?: FakeOptions
  size?: { width: number; height: number }
  act?: (page: Page) => Promise<unknown>
}

async function enterPassword(page: Page, password = FACTOR_PASSWORD) {
  await page.locator('input[name=name]').fill(MARIA)
  await page.locator('input[name=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.locator('input[name=code]').waitFor()
}

/** The password after which the fake service asks for a passkey. */
const PASSKEY_PASSWORD = 'Fifth-Lantern-58-Quiet'

async function passkeyAsked(page: Page) {
  await page.locator('input[name=name]').fill(MARIA)
  await page.locator('input[name=password]').fill(PASSKEY_PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Open the browser|^Browser öffnen/ }).waitFor()
}

async function passkeyAdded(page: Page) {
  await page.getByRole('button', { name: /^Set up a passkey|^Passkey einrichten/ }).click()
  await page.getByText('Blue key').waitFor()
}

async function wrongCode(page: Page) {
  await enterPassword(page)
  await page.locator('input[name=code]').fill('000 000')
  await page.keyboard.press('Enter')
  await page.locator('input[name=code][aria-invalid=true]').waitFor()
}

async function setUp(page: Page) {
  await page.getByRole('main').getByRole('button').first().click()
  await page.getByRole('dialog').getByRole('img').first().waitFor()
}

async function recoveryCodes(page: Page) {
  await setUp(page)
  await page.locator('input[name=code]').fill('123456')
  await page.locator('input[name=current-password]').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('alertdialog').waitFor()
}

const OFF: FakeOptions = { as: MARIA, device: { disk_encryption: 'off', screen_lock: 'on' } }
const ON: FakeOptions = { ...OFF, factor: true }

async function mailedCode(page: Page) {
  await enterPassword(page, MAILED_PASSWORD)
}

const SCENES: Scene[] = [
  { name: 'sign-in-mailed-code', act: mailedCode },
  {
    name: 'sign-in-mailed-code-wrong',
    act: async (page) => {
      await mailedCode(page)
      await page.locator('input[name=code]').fill('000 000')
      await page.keyboard.press('Enter')
      await page.locator('input[name=code][aria-invalid=true]').waitFor()
    },
  },
  { name: 'two-factor-mailed', address: '/two-factor', options: { ...OFF, mailed: true } },
  { name: 'sign-in-code', act: (page) => enterPassword(page) },
  { name: 'sign-in-code-wrong', act: wrongCode },
  {
    name: 'sign-in-recovery-code',
    act: async (page) => {
      await enterPassword(page)
      await page.getByRole('button', { name: 'Use a recovery code' }).click()
    },
  },
  { name: 'two-factor-off', address: '/two-factor', options: OFF },
  { name: 'two-factor-on', address: '/two-factor', options: ON },
  { name: 'two-factor-passkey', address: '/two-factor', options: OFF, act: passkeyAdded },
  { name: 'sign-in-passkey', act: passkeyAsked },
  { name: 'sign-in-microsoft', options: { external: 'microsoft' } },
  {
    name: 'profile-microsoft',
    address: '/profile',
    options: { ...ON, external: 'microsoft' },
    size: { width: 1280, height: 1500 },
  },
  {
    name: 'two-factor-narrow',
    address: '/two-factor',
    options: { ...ON, preferences: { language: 'de' } },
    size: { width: 360, height: 740 },
  },
  { name: 'two-factor-set-up', address: '/two-factor', options: OFF, act: setUp },
  {
    name: 'two-factor-set-up-narrow',
    address: '/two-factor',
    options: { ...OFF, preferences: { language: 'fr' } },
    size: { width: 360, height: 740 },
    act: setUp,
  },
  { name: 'two-factor-codes', address: '/two-factor', options: OFF, act: recoveryCodes },
  {
    name: 'two-factor-remove',
    address: '/two-factor',
    options: ON,
    act: (page) => page.getByRole('button', { name: 'Remove Phone' }).click(),
  },
  {
    name: 'step-up',
    address: '/profile',
    options: ON,
    act: async (page) => {
      await page.evaluate(() => {
        globalThis.keyholderFake?.demandProof('changeProfile')
        globalThis.keyholderFake?.forgetProof()
      })
      await page.getByLabel('First name').fill('Marietta')
      await page.keyboard.press('Enter')
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
      await act?.(page)
      await page.screenshot({ path: `${FOLDER}${name}-${colorScheme}.png`, animations: 'disabled' })
      await page.close()
    })
  }
}
