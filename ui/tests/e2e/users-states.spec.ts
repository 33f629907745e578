import { FAMILY_NAMES, GIVEN_NAMES } from '../../src/ipc/fake/people'
import { LOCATIONS } from '../../src/ipc/fake/places'
import { expect, MARIA, test } from './support/app'
import { openUsers, rowOf, select } from './support/users'

// Tall enough to show every row: what is scrolled away is not in the document.
test.use({ viewport: { width: 1280, height: 1600 } })

test('the first use teaches and offers the next step', async ({ app }) => {
  const { page } = app
  await openUsers(app, { empty: true })
  // Whoever looks is a user, too: an empty list is one that nobody else is in.
  await expect(page.getByText('1 user', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Add users' }).click()
  await expect(page.getByRole('dialog', { name: 'Add users' })).toBeVisible()
})

test('a list that cannot be loaded says why and is tried again', async ({ app }) => {
  const { page, open } = app
  await open('/roles', { as: MARIA })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate(() =>
    globalThis.keyholderFake?.failNext('listUsers', 'internal', { request_id: 'r-7' }),
  )
  await page.getByRole('navigation').getByRole('link', { name: 'Users' }).click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('The users could not be loaded')
  await expect(alert).toContainText('r-7')
  await app.expectAccessible()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(rowOf(page, 'Mia Baumann')).toBeVisible()
})

test('what could not be read before the first screen is drawn is read by the screen', async ({
  app,
}) => {
  const { page } = app
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'keyholderFake', {
      configurable: true,
      set(controls) {
        Object.defineProperty(globalThis, 'keyholderFake', { value: controls })
        controls.failNext('listUsers', 'internal', { request_id: 'r-7' })
      },
    })
  })
  await openUsers(app)
  await expect(rowOf(page, 'Mia Baumann')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('while the first page is on its way the table says that it is busy', async ({ app }) => {
  const { page } = app
  await openUsers(app, { latency: 1_500 })
  const busy = page.locator('[aria-busy=true]')
  await expect(busy).toHaveCount(1)
  await expect(rowOf(page, 'Mia Baumann')).toBeVisible()
  await expect(busy).toHaveCount(0)
})

test('offline keeps what was read, with its age, and refuses to write', async ({ app }) => {
  const { page } = app
  await openUsers(app)
  await expect(rowOf(page, 'Anna Frei')).toBeVisible()
  await page.evaluate(() => globalThis.keyholderFake?.setOnline(false))
  await expect(page.getByText('This is the list as of 12:00')).toBeVisible()
  await app.expectAccessible()
  await select(page, 'Anna Frei')
  const deactivate = page.getByRole('button', { name: 'Deactivate 1 user' })
  await expect(deactivate).toHaveAccessibleDescription(/There is no connection/)
  await page.evaluate(() => globalThis.keyholderFake?.setOnline(true))
  await expect(deactivate).not.toHaveAttribute('aria-disabled', 'true')
})

test('a change by somebody else is explained and the new state shown', async ({ app }) => {
  const { page } = app
  await openUsers(app)
  await page.goto('/#/users/user-000012')
  await expect(page.getByRole('heading', { name: /Fatima/ })).toBeVisible()
  await page.evaluate(() => globalThis.keyholderFake?.changeBehind('user-000012'))
  const deactivate = page.getByRole('button', { name: 'Deactivate', exact: true })
  await deactivate.click()
  await expect(page.getByText('Someone else changed this user in the meantime')).toBeVisible()
  await deactivate.click()
  await expect(page.getByRole('button', { name: 'Reactivate', exact: true })).toBeVisible()
})

test('100,000 users are walked to any place with at most 1,000 rows loaded', async ({ app }) => {
  const { page } = app
  await openUsers(app, { rows: 100_000 })
  await expect(page.getByText('100,060 users')).toBeVisible()
  const grid = page.getByRole('grid', { name: 'Users' })
  await grid.hover()
  for (let step = 0; step < 8; step += 1) {
    await page.mouse.wheel(0, 3_000)
    await page.waitForFunction(() => document.querySelectorAll('[role=row]').length > 5)
  }
  expect(await page.getByRole('row').count()).toBeLessThan(150)
})

test('markup and right-to-left text in names are shown as text', async ({ app }) => {
  const { page } = app
  await openUsers(app)
  await page.getByRole('searchbox', { name: 'Search users' }).fill('rs@alpenkiosk')
  await expect(rowOf(page, '<b>Robert</b> שרה 山田')).toBeVisible()
})

test('no word on the screen comes from outside of the catalogues', async ({ app }) => {
  const { page } = app
  await page.addInitScript((as) => {
    globalThis.keyholderFakeOptions = { as }
  }, MARIA)
  await page.goto('/?pseudo#/users/user-000001')
  await page.getByRole('tab').first().waitFor()
  const data = [
    ...GIVEN_NAMES,
    ...FAMILY_NAMES,
    ...LOCATIONS.map(({ name }) => name),
    'Front Desk',
    'Wolfeschlegelsteinhausenbergerdorff Fürst von und zu Hohenlohe-Waldenburg-Schillingsfürst',
    '<b>Robert</b>',
    // React Aria's own words; it speaks the three languages, too.
    'Select All',
    'Select',
    'sortable column',
    'sorted by column',
    'in ascending order',
    'Keyholder',
    'alpenkiosk',
    'Alpenkiosk AG',
  ]
  const strange = await page.evaluate((known) => {
    const found = new Set<string>()
    const look = (text: string | null) => {
      let rest = text ?? ''
      for (const word of known) {
        rest = rest.replaceAll(word, '')
      }
      // Addresses, generated names, keys of the keyboard, and what Intl makes of moments.
      rest = rest
        .replace(/\S+@\S+/g, '')
        .replace(/u-[0-9a-z]{4}-[0-9a-z]{4}/g, '')
        .replace(/\b(Ctrl|Esc|AG|and)\b/g, '')
        .replace(/\b(in )?\d+ (second|minute|hour|day|month|year)s?( ago)?\b|\bnow\b/g, '')
        .replace(/\d+ (Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\w* \d+/g, '')
      if (/[a-z]{2,}/.test(rest)) {
        found.add(text ?? '')
      }
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest('script, style, bdi, code, kbd')) {
        look(node.textContent)
      }
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
      look(element.getAttribute('aria-label'))
      look(element.getAttribute('placeholder'))
    }
    return [...found]
  }, data)
  expect(strange).toEqual([])
})
