import { fileURLToPath } from 'node:url'
import { type Page, test } from '@playwright/test'
import type { FakeOptions } from '../../src/ipc/fake'
import { MARIA } from '../e2e/support/app'
import { NOON } from '../e2e/support/users'

const FOLDER = fileURLToPath(new URL('../../../docs/screens/', import.meta.url))
const NO_KEYCHAIN = { kind: 'memory', name: 'Secret Service', problem: 'no_service' } as const
const NARROW = { width: 360, height: 740 }

/** What is photographed: a name, how the fake starts, and what is done first. */
interface Scene {
  name: string
  options?: FakeOptions
  address?: string
  signedOut?: boolean
  /** The picture that stands while the app itself is still being read. */
  first?: boolean
  size?: { width: number; height: number }
  act?: (page: Page) => Promise<unknown>
}

const SCENES: Scene[] = [
  { name: 'codes', options: { vault: 'open' } },
  { name: 'codes-first', first: true, options: { vault: 'open' } },
  { name: 'codes-german', options: { vault: 'open', preferences: { language: 'de' } } },
  { name: 'codes-narrow', options: { vault: 'open' }, size: NARROW },
  {
    name: 'codes-menu',
    options: { vault: 'open' },
    act: (page) =>
      page
        .getByRole('button', { name: /^More about/ })
        .nth(2)
        .click(),
  },
  { name: 'codes-clock', options: { vault: 'open', clockError: 600 } },
  {
    name: 'codes-before-sign-in',
    signedOut: true,
    address: '/',
    options: { vault: 'open' },
    act: async (page) => {
      await page.getByRole('button', { name: 'Your codes' }).click()
      await page.getByRole('row').first().waitFor()
    },
  },
  {
    name: 'security-built-in',
    address: '/security',
    act: async (page) => {
      await page.getByText('Codes out of this app do not open restricted services').click()
      await page.getByRole('button', { name: 'Review the effect' }).click()
      await page
        .getByRole('dialog')
        .getByText(/have such codes only/)
        .waitFor()
    },
  },
  { name: 'codes-create' },
  { name: 'codes-create-passphrase', options: { keyStorage: NO_KEYCHAIN } },
  { name: 'codes-locked', options: { vault: 'older' } },
  {
    name: 'codes-own',
    options: { vault: 'open' },
    address: '/two-factor',
    act: (page) => page.getByRole('button', { name: 'Set up on this computer' }).click(),
  },
  {
    name: 'sign-in-code-here',
    signedOut: true,
    options: { vault: 'open', vaultOwn: true },
    address: '/',
    act: async (page) => {
      await page.locator('input[name=name]').fill(MARIA)
      await page.locator('input[name=password]').fill('Twin-Lantern-58-Quiet')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: /Fill in/ }).waitFor()
    },
  },
  {
    name: 'codes-import',
    options: { vault: 'open', handedOver: 'nothing' },
    act: async (page) => {
      await page.getByRole('button', { name: 'Bring over and back up' }).click()
      await page.getByRole('menuitem', { name: 'Bring accounts over' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'codes-import-preview',
    options: { vault: 'open' },
    act: async (page) => {
      await page.getByRole('row').first().waitFor()
      await page.evaluate(() => globalThis.keyholderFake?.dropFile('list'))
      await page.getByRole('dialog').getByRole('row').first().waitFor()
    },
  },
  {
    name: 'codes-import-several',
    options: { vault: 'open' },
    act: async (page) => {
      await page.getByRole('row').first().waitFor()
      await page.evaluate(() => globalThis.keyholderFake?.dropFile('several'))
      await page.getByRole('dialog').getByText('2 files are left out').waitFor()
    },
  },
  {
    name: 'codes-import-narrow',
    options: { vault: 'open' },
    size: NARROW,
    act: async (page) => {
      await page.getByRole('row').first().waitFor()
      await page.evaluate(() => globalThis.keyholderFake?.dropFile('list'))
      await page.getByRole('dialog').getByRole('row').first().waitFor()
    },
  },
  {
    name: 'codes-keys',
    options: { vault: 'open' },
    act: async (page) => {
      await page.getByRole('button', { name: 'Bring over and back up' }).click()
      await page.getByRole('menuitem', { name: 'Where keys are kept' }).click()
      await page.getByText(/authenticator\.vault$/).waitFor()
    },
  },
  {
    name: 'codes-backup',
    options: { vault: 'open' },
    act: async (page) => {
      await page.getByRole('button', { name: 'Bring over and back up' }).click()
      await page.getByRole('menuitem', { name: 'Save a backup' }).click()
      await page.getByRole('dialog').getByText('A sheet of paper').click()
    },
  },
  {
    name: 'codes-add',
    options: { vault: 'open' },
    act: async (page) => {
      await page.getByRole('button', { name: 'Add an account' }).click()
      await page.getByRole('dialog').getByText('By hand').click()
    },
  },
]

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { name, address = '/codes', signedOut, first, options, size, act } of SCENES) {
    test(`${name}-${colorScheme}`, async ({ browser }) => {
      const page = await browser.newPage({
        colorScheme,
        reducedMotion: 'reduce',
        viewport: size ?? { width: 1280, height: 800 },
      })
      await page.clock.setFixedTime(NOON)
      await page.addInitScript(
        (given) => {
          globalThis.keyholderFakeOptions = given
        },
        { ...(!signedOut && { as: MARIA }), ...options },
      )
      if (first) {
        await page.route('**/assets/start-*.js', (route) => route.abort())
      }
      await page.goto(`/#${address}`)
      await page.getByRole('main').waitFor()
      await page.waitForLoadState('networkidle')
      await act?.(page)
      await page.screenshot({ path: `${FOLDER}${name}-${colorScheme}.png`, animations: 'disabled' })
      await page.close()
    })
  }
}
