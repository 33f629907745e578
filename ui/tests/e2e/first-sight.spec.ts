import type { Page } from '@playwright/test'
import type { FakeOptions } from '../../src/ipc/fake'
import { expect, MARIA, SETTINGS, test } from './support/app'

const FIRST = '[data-first-sight]'
const CODE = /^\d{3}\s\d{3}$/

/** Opens the app and waits for nothing. */
async function begin(page: Page, address: string, options: FakeOptions): Promise<void> {
  await page.addInitScript((given) => {
    globalThis.keyholderFakeOptions = given
  }, options)
  await page.goto(`/#${address}`)
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
