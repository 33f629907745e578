import { fileURLToPath } from 'node:url'
import { type Page, test } from '@playwright/test'
import type { FakeOptions } from '../../src/ipc/fake'
import { MARIA, OPERATOR } from '../e2e/support/app'
import { NOON } from '../e2e/support/users'

const FOLDER = fileURLToPath(new URL('../../../docs/screens/', import.meta.url))

/** What merchants ask the payment provider for, and the screens of its operators. */
interface Scene {
  name: string
  address: string
  options: FakeOptions
  narrow?: boolean
  act?: (page: Page) => Promise<unknown>
}

async function startRecovery(page: Page) {
  await page.getByRole('button', { name: 'Start a recovery' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Sign-in name of the administrator').fill(MARIA)
  await dialog.getByLabel('Other e-mail address').fill('maria.keller@post.example')
  await dialog.getByLabel('Reason', { exact: true }).fill('Phone stolen, mailbox closed.')
  await dialog.getByLabel('How the person was recognised').fill('Passport; called back.')
}

const CUSTOMER = '/provider/customers/customer-1'

const SCENES: Scene[] = [
  {
    name: 'location-request',
    address: '/locations',
    options: { as: MARIA },
    act: async (page) => {
      await page.getByRole('list', { name: 'What was asked for' }).waitFor()
      await page.keyboard.press('l')
      await page.getByRole('dialog').getByLabel('Name').fill('Pier 7')
    },
  },
  {
    name: 'locations-narrow',
    address: '/locations',
    options: { as: MARIA, preferences: { language: 'de' } },
    narrow: true,
  },
  { name: 'operator-customers', address: '/provider/customers', options: { as: OPERATOR } },
  {
    name: 'operator-customers-narrow',
    address: '/provider/customers',
    options: { as: OPERATOR, preferences: { language: 'fr' } },
    narrow: true,
  },
  {
    name: 'operator-new-customer',
    address: '/provider/customers',
    options: { as: OPERATOR },
    act: async (page) => {
      await page.getByRole('list', { name: 'Customers' }).waitFor()
      await page.keyboard.press('n')
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'operator-facts', address: CUSTOMER, options: { as: OPERATOR } },
  {
    name: 'operator-change-facts',
    address: CUSTOMER,
    options: { as: OPERATOR },
    act: async (page) => {
      await page.getByRole('button', { name: 'Change facts' }).click()
      await page.getByRole('dialog').getByRole('radio', { name: /^Test/ }).check({ force: true })
    },
  },
  {
    name: 'operator-locations',
    address: `${CUSTOMER}?tab=locations`,
    options: { as: OPERATOR },
  },
  {
    name: 'operator-move',
    address: `${CUSTOMER}?tab=locations`,
    options: { as: OPERATOR },
    act: async (page) => {
      await page.getByRole('button', { name: /terminal 17700101/ }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('combobox', { name: 'Location' }).fill('Konst')
      await page.getByRole('option', { name: /Konstanz/ }).click()
    },
  },
  { name: 'operator-requests', address: '/provider/requests', options: { as: OPERATOR } },
  {
    name: 'operator-approve',
    address: '/provider/requests',
    options: { as: OPERATOR },
    act: async (page) => {
      await page.getByRole('button', { name: /^Set up/ }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'operator-start-recovery',
    address: `${CUSTOMER}?tab=recoveries`,
    options: { as: OPERATOR },
    act: startRecovery,
  },
  {
    name: 'operator-recoveries',
    address: `${CUSTOMER}?tab=recoveries`,
    options: { as: OPERATOR },
    act: async (page) => {
      await startRecovery(page)
      await page.getByRole('button', { name: 'Start recovery and tell everybody' }).click()
      await page.getByText('Waiting time runs').waitFor()
    },
  },
  {
    name: 'operator-all-recoveries',
    address: `${CUSTOMER}?tab=recoveries`,
    options: { as: OPERATOR },
    act: async (page) => {
      await startRecovery(page)
      await page.getByRole('button', { name: 'Start recovery and tell everybody' }).click()
      await page.getByText('Waiting time runs').waitFor()
      await page.goto('/#/provider/recoveries')
      await page.getByRole('heading', { name: 'Recoveries', level: 1 }).waitFor()
      await page.getByText('Waiting time runs').waitFor()
    },
  },
  {
    name: 'operator-elsewhere',
    address: '/users',
    options: { as: OPERATOR },
  },
]

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { name, address, options, narrow = false, act } of SCENES) {
    test(`${name}-${colorScheme}`, async ({ browser }) => {
      const page = await browser.newPage({
        colorScheme,
        reducedMotion: 'reduce',
        viewport: narrow ? { width: 360, height: 740 } : { width: 1280, height: 800 },
      })
      await page.clock.setFixedTime(NOON)
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
