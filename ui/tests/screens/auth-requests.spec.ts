import type { Page } from '@playwright/test'
import type { FakeOptions } from '../../src/ipc/fake'
import { MARIA, PASSWORD } from '../e2e/support/app'
import { photograph, type Scene } from './scenes'

/** The password after which the fake service asks for a code. */
const FACTOR_PASSWORD = 'Twin-Lantern-58-Quiet'

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
    name: 'auth-request-step-up',
    address: '/profile',
    options: { ...HERE, preferences: { language: 'fr' } },
    act: async (page) => {
      await page.getByRole('button', { name: /^Laisser cet appareil confirmer/ }).click()
      await page.evaluate(() => globalThis.keyholderFake?.proveElsewhere())
      await page.locator('input[name=number]').waitFor()
    },
  },
  {
    name: 'step-up-device',
    address: '/profile',
    options: { ...HERE, confirmed: true },
    act: async (page) => {
      await page.evaluate(() => {
        globalThis.keyholderFake?.demandProof('changeProfile')
        globalThis.keyholderFake?.forgetProof()
      })
      await page.getByLabel('First name').fill('Marietta')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Confirm on another device' }).click()
      await page.getByLabel('Your password').fill(PASSWORD)
      await page.keyboard.press('Enter')
      await page.getByText('483 920').waitFor()
    },
  },
  {
    name: 'leaked-confirming',
    address: '/profile',
    options: HERE,
    act: async (page) => {
      await enrolled(page)
      await page.getByRole('button', { name: 'I think my password leaked' }).click()
      await page.getByRole('checkbox', { name: /go on confirming/ }).waitFor()
    },
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

photograph(SCENES)
