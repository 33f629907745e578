import type { Page } from '@playwright/test'
import type { FakeOptions } from '../../src/ipc/fake'
import { expect, MARIA, SETTINGS, test } from './support/app'

const FIRST = '[data-first-sight]'
const CODE = /^\d{3}\s\d{3}$/

/** Opens the app and waits for nothing. However slow this machine is, the first picture does not come late. */
async function begin(page: Page, address: string, options: FakeOptions): Promise<void> {
  await page.addInitScript((given) => {
    globalThis.keyholderFakeOptions = given
    const after = globalThis.setTimeout
    globalThis.setTimeout = ((done: () => void, ms = 0) =>
      after(done, ms >= 100 && ms <= 250 ? 60_000 : ms)) as typeof setTimeout
  }, options)
  await page.goto(`/#${address}`)
}

/** What of the list of users is looked at. */
const WHERE = [
  'customer',
  'user',
  'title',
  'add',
  'person',
  'sign-in name',
  'status',
  'reach',
  'head',
  'filter',
  'last sign-in',
  'buttons',
]

/** Where things of the list stand, in the first picture or in the app. */
async function placesOf(page: Page) {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('#root *')]
    const text = (words: RegExp, nth = 0) =>
      all.filter(({ children, textContent }) => !children.length && words.test(textContent ?? ''))[
        nth
      ]
    const row = text(/^Samuel Baumann$/)?.closest('[role=row], [data-row]')
    const icons = row?.querySelectorAll('svg')
    const found = {
      customer: text(/^248113$/),
      user: text(/^Maria Keller$/),
      title: document.querySelector('h1'),
      add: text(/^Add users$|^Benutzer hinzufügen$|^Ajouter des/),
      person: text(/^Samuel Baumann$/),
      'sign-in name': text(/^samuel\.baumann@/),
      status: text(/^10 days ago|^vor 10 Tagen|^il y a 10/),
      reach: text(/^All locations|^Alle Standorte|^Tous les/),
      head: text(/^Roles$|^Rollen$|^Rôles$/, 0),
      filter: text(/^Origin$|^Herkunft$|^Origine$/),
      'last sign-in': text(/^Last sign-in$|^Angemeldet$|^Connecté$/),
      buttons: icons?.[icons.length - 1],
    }
    return Object.fromEntries(
      Object.entries(found).flatMap(([what, element]) => {
        const box = element?.getBoundingClientRect()
        return box ? [[what, { x: box.x, y: box.y, width: box.width, height: box.height }]] : []
      }),
    ) as Record<string, { x: number; y: number; width: number; height: number } | undefined>
  })
}

/** Holds the file of the app itself back; gives what lets it go. */
async function held(page: Page): Promise<() => void> {
  let go: () => void = () => undefined
  const gone = new Promise<void>((done) => {
    go = done
  })
  await page.route('**/assets/start-*.js', async (route) => {
    await gone
    await route.continue()
  })
  return go
}

for (const { name, colorScheme, language } of SETTINGS.filter(({ width }) => width > 1152)) {
  test(`${name} › the codes stand before the app is read, where they stay`, async ({ app }) => {
    const { page } = app
    await page.emulateMedia({ colorScheme })
    const letGo = await held(page)
    await begin(page, '/codes', { as: MARIA, vault: 'open', preferences: { language } })
    const first = page.locator(FIRST)
    const code = page.getByText(CODE).first()
    await expect(code).toBeVisible()
    await expect(first.getByText(CODE).first()).toBeVisible()
    const before = await code.boundingBox()
    letGo()
    await expect(first).toHaveCount(0)
    await expect(page.getByRole('grid')).toBeVisible()
    const after = await code.boundingBox()
    for (const side of ['x', 'y', 'width', 'height'] as const) {
      expect(Math.abs((after?.[side] ?? 0) - (before?.[side] ?? 9)), side).toBeLessThan(1.5)
    }
  })
}

const WIDE = SETTINGS.filter(({ width }) => width > 1152).map((setting) => ({
  ...setting,
  external: undefined,
}))
const BESIDE_A_PROVIDER = WIDE.slice(0, 1).map((setting) => ({
  ...setting,
  name: `${setting.name}, beside a provider`,
  external: 'microsoft' as const,
}))

for (const { name, colorScheme, language, external } of [...WIDE, ...BESIDE_A_PROVIDER]) {
  test(`${name} › the users stand before the app is read, where they stay`, async ({ app }) => {
    const { page } = app
    await page.emulateMedia({ colorScheme })
    const letGo = await held(page)
    await begin(page, '/users', { as: MARIA, preferences: { language }, external })
    const first = page.locator(FIRST)
    await expect(first.getByText('Samuel Baumann')).toBeVisible()
    const before = await placesOf(page)
    letGo()
    await expect(first).toHaveCount(0)
    await expect(page.getByRole('grid')).toBeVisible()
    const after = await placesOf(page)
    expect(Object.keys(before)).toEqual(WHERE)
    for (const what of WHERE) {
      for (const side of ['x', 'y', 'width', 'height'] as const) {
        const moved = Math.abs((after[what]?.[side] ?? 0) - (before[what]?.[side] ?? 9))
        expect(moved, `${what}: ${side}`).toBeLessThan(1.5)
      }
    }
  })
}

test('what surrounds every screen stands before the app is read', async ({ app }) => {
  const { page } = app
  const letGo = await held(page)
  await begin(page, '/roles', { as: MARIA })
  const first = page.locator(FIRST)
  await expect(first.getByText('Users', { exact: true })).toBeVisible()
  await expect(first.locator('[aria-current=page]')).toHaveText(/^Roles/)
  letGo()
  await expect(page.getByRole('navigation').getByRole('link', { name: /^Roles/ })).toBeVisible()
})

test('what is typed while the first picture stands is searched for', async ({ app }) => {
  const { page } = app
  const letGo = await held(page)
  await begin(page, '/codes', { as: MARIA, vault: 'open' })
  await expect(page.locator(FIRST).getByText(CODE).first()).toBeVisible()
  await page.keyboard.type('steax')
  await page.keyboard.press('Backspace')
  letGo()
  const field = page.getByRole('searchbox')
  await expect(field).toHaveValue('stea')
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(1)
  await expect(field).toBeFocused()
  await page.keyboard.type('m')
  await expect(field).toHaveValue('steam')
})

test('codes that are shown only where one points stay hidden in the first picture', async ({
  app,
}) => {
  const { page } = app
  const letGo = await held(page)
  await begin(page, '/codes', { as: MARIA, vault: 'open', preferences: { hide_codes: true } })
  await expect(page.locator(FIRST).getByText('•••\u2009•••').first()).toBeVisible()
  expect(await page.getByText(CODE).count()).toBe(0)
  letGo()
  await expect(page.getByRole('grid')).toBeVisible()
})

test('where there is little room, nothing is drawn that would move', async ({ app }) => {
  const { page } = app
  const letGo = await held(page)
  await begin(page, '/codes', { as: MARIA, vault: 'open' })
  await page.setViewportSize({ width: 640, height: 400 })
  await expect(page.locator(FIRST)).toHaveCount(1)
  await expect(page.locator(FIRST)).toBeHidden()
  letGo()
  await expect(page.getByRole('grid')).toBeVisible()
})

test('a first picture that would come late is not drawn over the app', async ({ app }) => {
  const { page, open } = app
  await page.addInitScript((first) => {
    new MutationObserver(() => {
      if (document.querySelector(first)) {
        document.documentElement.dataset.drawnFirst = 'yes'
      }
    }).observe(document, { childList: true, subtree: true })
  }, FIRST)
  await open('/codes', { as: MARIA, vault: 'open', latency: 400 })
  await expect(page.getByRole('grid').getByText(CODE).first()).toBeVisible()
  await expect(page.locator('html')).not.toHaveAttribute('data-drawn-first')
})
