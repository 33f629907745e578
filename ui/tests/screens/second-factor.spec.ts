import type { Page } from '@playwright/test'
import type { FakeOptions } from '../../src/ipc/fake'
import { MARIA, PASSWORD } from '../e2e/support/app'
import { photograph, type Scene } from './scenes'

/** The password after which the fake service asks for a code. */
const FACTOR_PASSWORD = 'Twin-Lantern-58-Quiet'

/** The password after which it mails one. */
const MAILED_PASSWORD = 'Fourth-Lantern-58-Quiet'

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

const WITHOUT_PASSWORD: FakeOptions = { external: 'microsoft', withoutPassword: true }

/** Saves one's own name when the last proof is too old. */
async function askForProof(page: Page) {
  await page.evaluate(() => {
    globalThis.keyholderFake?.demandProof('changeProfile')
    globalThis.keyholderFake?.forgetProof()
  })
  await page.getByLabel('First name').fill('Marietta')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
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
  { name: 'sign-in-ways', options: { passkeySignIn: true, external: 'microsoft' } },
  {
    name: 'sign-in-set-up-passkey',
    options: { passkeySignIn: true },
    act: async (page) => {
      await page.locator('input[name=name]').fill('maria.keller@alpenkiosk.example')
      await page.locator('input[name=password]').fill('Third-Lantern-58-Quiet')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Set up a passkey instead' }).click()
      await page.getByRole('button', { name: 'Open the browser' }).waitFor()
    },
  },
  {
    name: 'sign-in-passkey-alone',
    options: { passkeySignIn: true },
    act: async (page) => {
      await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
      await page.getByLabel('Number for the browser').waitFor()
    },
  },
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
  { name: 'step-up', address: '/profile', options: ON, act: askForProof },
  {
    name: 'step-up-microsoft',
    address: '/profile',
    options: { ...OFF, ...WITHOUT_PASSWORD },
    act: askForProof,
  },
  {
    name: 'users-sign-in-way',
    address: '/users',
    options: {
      ...ON,
      ...WITHOUT_PASSWORD,
      preferences: { user_columns: ['status', 'sign_in_way'] },
    },
    act: async (page) => {
      await page.getByRole('button', { name: 'Way of signing in' }).click()
      await page.getByRole('checkbox').first().waitFor()
    },
  },
  {
    name: 'profile-without-password',
    address: '/profile',
    options: { ...ON, ...WITHOUT_PASSWORD },
    size: { width: 1280, height: 1500 },
  },
]

photograph(SCENES)
