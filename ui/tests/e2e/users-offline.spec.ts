import { expect, MARIA, SETTINGS, test } from './support/app'
import { NOON, openUsers, rowOf, select } from './support/users'

test('offline the list is the kept one: it says its age, is searched and sorted, and refuses to write', async ({
  app,
}) => {
  const { page } = app
  await openUsers(app)
  await expect(rowOf(page, 'Mia Baumann')).toBeVisible()
  await page.evaluate(() => globalThis.keyholderFake?.setOnline(false))
  await expect(page.getByText('This is the list as of 12:00, now.')).toBeVisible()
  await expect(page.getByText('for the last time in 24 hours')).toBeVisible()
  await app.expectAccessible()
  const search = page.getByRole('searchbox')
  await search.fill('baumann')
  await expect(rowOf(page, 'Mia Baumann')).toBeVisible()
  await expect(rowOf(page, 'David Benali')).toHaveCount(0)
  await page.getByRole('columnheader', { name: 'Name' }).click()
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('Samuel Baumann')
  const add = page.getByRole('button', { name: 'Add user' })
  await expect(add).toHaveAccessibleDescription(/There is no connection/)
  await select(page, 'Mia Baumann')
  await expect(page.getByRole('button', { name: 'Deactivate 1 user' })).toHaveAccessibleDescription(
    /There is no connection/,
  )
  // Whoever comes back finds the live list, with what was typed.
  await page.evaluate(() => globalThis.keyholderFake?.setOnline(true))
  await expect(page.getByText('There is no connection')).toHaveCount(0)
  await expect(rowOf(page, 'Mia Baumann')).toBeVisible()
  await expect(add).not.toHaveAttribute('aria-disabled', 'true')
})

test('the app starts while the service is away, and comes back by itself', async ({ app }) => {
  const { page } = app
  await openUsers(app, { away: 135 })
  await expect(page.getByText('This is the list as of 09:45, 2 hours ago.')).toBeVisible()
  await expect(rowOf(page, 'Mia Baumann')).toBeVisible()
  await expect(page.getByRole('banner').getByText('Offline, as of 09:45')).toBeVisible()
  await app.expectAccessible()
  await page.evaluate(() => globalThis.keyholderFake?.setOnline(true))
  await expect(page.getByRole('banner').getByText(/^Connected/)).toBeVisible()
  await expect(page.getByText('This is the list as of')).toHaveCount(0)
  await expect(rowOf(page, 'Mia Baumann')).toBeVisible()
})

test('a list of which only a part is kept says so', async ({ app }) => {
  const { page } = app
  await openUsers(app, { away: 1, rows: 4_000 })
  await expect(page.getByText('It holds 2,000 of 4,060 users.')).toBeVisible()
})

test('a filter that needs the service is refused with a reason', async ({ app }) => {
  const { page, open } = app
  await page.clock.setFixedTime(NOON)
  await open('/users?location=location-airport', { as: MARIA, away: 5 })
  await expect(page.getByText(/does not say which locations somebody reaches/)).toBeVisible()
})

test('the bin is not in the copy, and is not called empty', async ({ app }) => {
  const { page } = app
  await openUsers(app, { away: 5 })
  await page.getByRole('button', { name: /^Bin/ }).click()
  await expect(page.getByText(/holds nobody who is in the bin/)).toBeVisible()
})

test('a copy whose time is up is gone, and it is said so', async ({ app }) => {
  const { page } = app
  await openUsers(app)
  await expect(rowOf(page, 'Mia Baumann')).toBeVisible()
  await page.clock.setFixedTime(NOON.getTime() + 24 * 3_600_000)
  await page.evaluate(() => globalThis.keyholderFake?.setOnline(false))
  await expect(page.getByText(/was deleted, because its time was up/)).toBeVisible()
})

test('without a keychain it is said that no copy is kept', async ({ app }) => {
  const { page } = app
  const keyStorage = { kind: 'memory', name: 'Secret Service', problem: 'no_service' } as const
  await openUsers(app, { keyStorage })
  await expect(rowOf(page, 'Mia Baumann')).toBeVisible()
  await page.evaluate(() => globalThis.keyholderFake?.setOnline(false))
  await expect(page.getByText(/no keychain that would protect a copy/)).toBeVisible()
  // What was read already stays in sight.
  await expect(rowOf(page, 'Mia Baumann')).toBeVisible()
  await app.expectAccessible()
})

for (const { name, colorScheme, language, width, height } of SETTINGS) {
  test(`the kept list holds in ${name}`, async ({ app }) => {
    const { page } = app
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme })
    await openUsers(app, { away: 135, preferences: { language } })
    await expect(rowOf(page, 'Mia Baumann')).toBeVisible()
    await app.expectAccessible()
  })
}
