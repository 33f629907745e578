import { fileURLToPath } from 'node:url'
import { test } from '@playwright/test'
import type { FakeOptions } from '../../src/ipc/fake'
import { AYLIN, MARIA, PASSWORD, SOFIA } from '../e2e/support/app'

const FOLDER = fileURLToPath(new URL('../../../docs/screens/', import.meta.url))

/** What is photographed: a name, an address, how the fake starts, and what is done first. */
interface Scene {
  name: string
  address?: string
  options?: FakeOptions
  size?: { width: number; height: number }
  act?: (page: import('@playwright/test').Page) => Promise<unknown>
}

async function changeAddress(page: import('@playwright/test').Page) {
  await page.getByRole('button', { name: 'Change e-mail address' }).click()
  await page.getByLabel('New e-mail address').fill('maria@sonnenschein.example')
  await page.getByLabel('Your password').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByText('Waiting for confirmation').waitFor()
}

async function switchApprovalsOn(page: import('@playwright/test').Page) {
  await page.getByRole('switch', { name: /critical rights/ }).press('Space')
  await page.getByRole('button', { name: 'Review the effect' }).click()
  await page.getByRole('dialog').getByText('Nobody is affected now').waitFor()
}

async function giveCriticalRole(page: import('@playwright/test').Page) {
  await switchApprovalsOn(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByText('The rules are saved').waitFor()
  await page.goto('/#/users/user-000004')
  await page.getByRole('button', { name: 'Change roles', exact: true }).click()
  await page.getByRole('checkbox', { name: /^Finance/ }).press('Space')
  await page.getByRole('button', { name: /^Save roles/ }).click()
  await page.getByRole('dialog', { name: 'This waits for' }).waitFor()
}

async function addCritical(page: import('@playwright/test').Page) {
  await switchApprovalsOn(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByText('The rules are saved').waitFor()
  await page.goto('/#/users')
  await page.getByRole('button', { name: 'Add users' }).click()
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('nina.hofer@example.com')
  await page.getByRole('textbox', { name: 'First name' }).fill('Nina')
  await page.getByRole('textbox', { name: 'Last name' }).fill('Hofer')
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: /^Cashier/ }).press('Space')
  await page.getByRole('checkbox', { name: /^Finance/ }).press('Space')
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Add user', exact: true }).click()
  await page.getByRole('dialog', { name: 'This waits for' }).waitFor()
}

const SCENES: Scene[] = [
  { name: 'connect', options: { serverUrl: null } },
  { name: 'sign-in' },
  {
    name: 'sign-in-failed',
    act: async (page) => {
      await page.locator('input[name=name]').fill(MARIA)
      await page.locator('input[name=password]').fill(`${PASSWORD}?`)
      await page.keyboard.press('Enter')
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'sign-in-no-keychain',
    options: { keyStorage: { kind: 'memory', name: '', problem: 'no_session_bus' } },
  },
  { name: 'sign-in-narrow', size: { width: 360, height: 740 } },
  {
    name: 'forgotten-password',
    act: (page) => page.getByRole('button', { name: 'Forgotten password?' }).click(),
  },
  { name: 'home', address: '/home', options: { as: MARIA } },
  { name: 'approvals', address: '/approvals', options: { as: MARIA, approval: true } },
  {
    name: 'approvals-several',
    address: '/approvals',
    options: { as: MARIA, approval: 'several' },
  },
  {
    name: 'approvals-agree-to-all',
    address: '/approvals',
    options: { as: MARIA, approval: 'several' },
    act: (page) => page.getByRole('button', { name: /^Agree to all 3/ }).click(),
  },
  {
    name: 'add-user-approval',
    address: '/security',
    options: { as: MARIA },
    act: addCritical,
  },
  {
    name: 'add-user-waiting',
    address: '/security',
    options: { as: MARIA },
    act: async (page) => {
      await addCritical(page)
      await page.getByRole('button', { name: 'Ask a second administrator' }).click()
      await page.getByRole('button', { name: 'Send invitation' }).waitFor()
    },
  },
  {
    name: 'approvals-locations',
    address: '/approvals',
    options: { as: MARIA, approval: 'own_locations' },
  },
  {
    name: 'ask-locations',
    address: '/users/user-000002',
    options: { as: AYLIN },
    act: async (page) => {
      await page.getByRole('button', { name: 'Ask for other locations' }).click()
      await page.getByRole('radio', { name: /^Only these locations/ }).press('ArrowUp')
    },
  },
  {
    name: 'security-approval',
    address: '/security',
    options: { as: MARIA },
    act: switchApprovalsOn,
  },
  {
    name: 'security-approval-setting',
    address: '/security',
    options: { as: MARIA },
    act: (page) => page.getByRole('switch', { name: /critical rights/ }).scrollIntoViewIfNeeded(),
  },
  {
    name: 'approval-required',
    address: '/security',
    options: { as: MARIA },
    act: giveCriticalRole,
  },
  {
    name: 'users-narrow',
    address: '/users',
    options: { as: MARIA },
    size: { width: 360, height: 740 },
  },
  {
    name: 'users-offline',
    address: '/users',
    options: { as: MARIA },
    act: async (page) => {
      await page.getByRole('row').nth(3).waitFor()
      await page.evaluate(() => globalThis.keyholderFake?.setOnline(false))
    },
  },
  {
    name: 'test-mode',
    address: '/users',
    options: { as: MARIA },
    act: async (page) => {
      await page.getByRole('button', { name: /248113/ }).click()
      await page.getByRole('button', { name: 'Change to 900417' }).click()
      await page.getByRole('banner').getByText('900417').waitFor()
      await page.getByRole('row').nth(1).waitFor()
      await page.mouse.click(700, 780)
    },
  },
  {
    name: 'commands',
    address: '/users',
    options: { as: MARIA },
    act: async (page) => {
      await page.getByRole('row').nth(3).waitFor()
      await page.keyboard.press('Control+k')
      await page.keyboard.type('an')
      await page.getByRole('menuitem', { name: /Anna Frei/ }).waitFor()
    },
  },
  {
    name: 'commands-locked',
    address: '/about',
    options: { as: SOFIA },
    act: (page) => page.keyboard.press('Control+k'),
  },
  { name: 'locked', address: '/users', options: { as: SOFIA } },
  { name: 'roles', address: '/roles', options: { as: MARIA } },
  { name: 'security', address: '/security', options: { as: MARIA } },
  {
    name: 'security-german',
    address: '/security',
    options: { as: MARIA, preferences: { language: 'de' } },
  },
  { name: 'activity', address: '/activity', options: { as: MARIA } },
  {
    name: 'activity-range',
    address: '/activity?span=range&from=2026-01-01&to=2026-12-31',
    options: { as: MARIA },
  },
  {
    name: 'activity-narrow',
    address: '/activity',
    options: { as: MARIA, preferences: { language: 'de' } },
    size: { width: 360, height: 740 },
  },
  { name: 'profile', address: '/profile', options: { as: MARIA } },
  {
    name: 'profile-devices',
    address: '/profile',
    options: { as: MARIA },
    act: (page) =>
      page
        .getByRole('region', { name: 'Signed-in devices' })
        .evaluate((part) => part.scrollIntoView({ block: 'center' })),
  },
  {
    name: 'user-devices',
    address: '/users/user-000004',
    options: { as: MARIA },
    act: async (page) => {
      await page.getByRole('tab', { name: 'Security' }).click()
      await page
        .getByRole('heading', { name: 'Signed-in devices' })
        .evaluate((heading) => heading.scrollIntoView())
    },
  },
  {
    name: 'user-reset-factor',
    address: '/users/user-000004',
    options: { as: MARIA },
    act: async (page) => {
      await page.getByRole('tab', { name: 'Security' }).click()
      await page.getByRole('button', { name: 'Reset two-factor authentication…' }).click()
    },
  },
  {
    name: 'profile-waiting',
    address: '/profile',
    options: { as: MARIA },
    act: changeAddress,
  },
  {
    name: 'profile-narrow',
    address: '/profile',
    options: { as: MARIA, preferences: { language: 'de' } },
    size: { width: 360, height: 740 },
  },
  { name: 'customers', address: '/customers', options: { as: MARIA, offer: true } },
  {
    name: 'offer',
    address: '/customers',
    options: { as: MARIA, offer: true },
    act: (page) => page.getByRole('button', { name: 'Look at it' }).click(),
  },
  {
    name: 'keyboard-help',
    address: '/about',
    options: { as: MARIA },
    act: (page) => page.keyboard.press('?'),
  },
  {
    name: 'account-menu',
    address: '/about',
    options: { as: MARIA },
    act: (page) => page.getByRole('button', { name: 'Maria Keller' }).click(),
  },
  { name: 'about', address: '/about', options: { as: MARIA } },
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
