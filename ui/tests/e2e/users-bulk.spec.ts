import { expect, test } from './support/app'
import { openUsers, rowOf, select, tick } from './support/users'

// Tall enough to show every row: what is scrolled away is not in the document.
test.use({ viewport: { width: 1280, height: 1600 } })

for (const { name, colorScheme, language, width } of [
  { name: 'light', colorScheme: 'light', language: 'en', width: 1280 },
  { name: 'dark and German', colorScheme: 'dark', language: 'de', width: 1280 },
  { name: 'French at 360 px', colorScheme: 'light', language: 'fr', width: 360 },
] as const) {
  test.describe(name, () => {
    test.use({ colorScheme, viewport: { width, height: 800 } })

    test('the selection bar and what it opens are accessible', async ({ app }) => {
      test.slow(true, 'axe looks four times')
      const { page } = app
      await openUsers(app, { preferences: { language } })
      await select(page, 'Mia Baumann', 'Samuel Baumann')
      const bar = page.getByRole('region').filter({ has: page.getByRole('status') })
      const access = bar.getByRole('button', {
        name: { en: 'Change access', de: 'Zugang ändern', fr: 'Modifier l’accès' }[language],
      })
      await access.click()
      await page.getByRole('menuitem').first().waitFor()
      await app.expectAccessible()
      await page.getByRole('menuitem').first().click()
      const dialog = page.getByRole('dialog')
      await tick(dialog.getByRole('radio').nth(2))
      await expect(dialog.getByRole('status')).not.toBeEmpty()
      await app.expectAccessible()
      await dialog.getByRole('button').last().click()
      await expect(dialog.getByRole('listitem').first()).toBeVisible()
      await app.expectAccessible()
    })
  })
}

test('s048 a role is added to several after one sentence says what is gained, and taken back', async ({
  app,
}) => {
  const { page } = app
  await openUsers(app)
  // Oneself, somebody who holds it already, and three others.
  const names = ['Maria Keller', 'Wolfeschlegel', 'Mia Dubois', 'Anna Frei', 'David Benali']
  await select(page, ...names)
  await page.getByRole('button', { name: 'Change access' }).click()
  await page.getByRole('menuitem', { name: 'Add a role' }).click()
  const dialog = page.getByRole('dialog')
  const go = dialog.getByRole('button', { name: /^Add a role to/ })
  await expect(go).toHaveAccessibleDescription('Choose a role.')
  await tick(dialog.getByRole('radio', { name: /^Auditor/ }))
  const effect = dialog.getByRole('status')
  await expect(effect).toContainText(/^What this changes3 users get the role “Auditor” and gain/)
  await expect(effect).toContainText('1 has it already.')
  await expect(dialog).toContainText('1 of 5 is skipped, because:')
  await expect(dialog).toContainText('Nobody changes their own roles')
  await page.evaluate(() => globalThis.keyholderFake?.failNext('changeRoles', 'unavailable'))
  await go.click()
  await expect(dialog.getByText('Finished')).toBeVisible()

  // Of the results one can be shown, saved and tried again.
  await expect(dialog.getByRole('button', { name: /^All · / })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await dialog.getByRole('button', { name: 'Not done · 1' }).click()
  await expect(dialog.getByRole('listitem')).toHaveCount(1)
  await expect(dialog.getByRole('listitem')).toContainText('Nothing was changed')
  await dialog.getByRole('button', { name: 'Save the error as a file' }).click()
  await expect(dialog.getByText('Saved as keyholder-results.csv in your downloads.')).toBeVisible()
  const [table] = await page.evaluate(() => globalThis.keyholderFake?.saved ?? [])
  expect(table?.[0]).toEqual(['Name', 'Sign-in name', 'Why not', 'Code'])
  expect(table?.[1]?.[3]).toBe('unavailable')
  await dialog.getByRole('button', { name: 'Try 1 again' }).click()
  await expect(dialog.getByText('not done')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(rowOf(page, 'Anna Frei')).toContainText('Auditor')
})

test('s048 what was done to several is taken back as it was done', async ({ app }) => {
  const { page } = app
  await openUsers(app)
  await select(page, 'Mia Dubois', 'Anna Frei')
  const before = await rowOf(page, 'Anna Frei').textContent()
  await page.getByRole('button', { name: 'Change access' }).click()
  await page.getByRole('menuitem', { name: 'Set locations' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('status')).toContainText('Choose at least one location')
  await tick(dialog.getByRole('checkbox', { name: /Airport/ }))
  await expect(dialog.getByRole('status')).toContainText('Airport')
  await dialog.getByRole('button', { name: 'Set the locations of 2 users' }).click()
  await expect(dialog.getByText('2 of 2')).toBeVisible()
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(dialog).toHaveAccessibleName('Put the locations of 2 users back')
  await expect(dialog.getByText('Finished')).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(rowOf(page, 'Anna Frei')).toHaveText(before ?? '')
})

test('s012 l04 several are deleted, and restored from the bin together', async ({ app }) => {
  const { page } = app
  await openUsers(app)
  await select(page, 'Mia Dubois', 'Anna Frei')
  await page.getByRole('button', { name: 'Delete 2 users' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete 2 users' })
  await expect(dialog).toContainText('For 30 days they lie in the bin')
  await dialog.getByRole('button', { name: 'Delete 2 users' }).click()
  await expect(dialog.getByText('2 of 2')).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(rowOf(page, 'Anna Frei')).toHaveCount(0)
  await page.getByRole('button', { name: 'Bin · 5' }).click()
  await select(page, 'Mia Dubois', 'Anna Frei')
  await page.getByRole('button', { name: 'Restore 2 users' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Restore 2 users' }).click()
  await expect(page.getByRole('dialog').getByText('2 of 2')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByRole('button', { name: 'Bin · 3' })).toBeVisible()
})

test('everybody who matches the filter is selected at once, up to a thousand', async ({ app }) => {
  test.slow(true, 'hundreds of users')
  const { page } = app
  await openUsers(app, { rows: 945 })
  await expect(page.getByText('1,005 users')).toBeVisible()
  const first = page.getByRole('grid', { name: 'Users' }).getByRole('row').nth(1)
  await tick(first.getByRole('checkbox'))
  const all = page.getByRole('button', { name: 'Select all 1,005 that match' })
  await expect(all).toHaveAccessibleDescription(/at most 1,000 can be changed in one go/)
  await page.getByRole('button', { name: 'Role' }).click()
  await tick(page.getByRole('checkbox', { name: 'Cashier' }))
  await page.keyboard.press('Escape')
  await expect(page.getByText(/^4\d\d users/)).toBeVisible()
  await tick(first.getByRole('checkbox'))
  await page.getByRole('button', { name: /^Select all 4\d\d that match/ }).click()
  await expect(page.getByText(/^4\d\d selected$/)).toBeVisible()
  await page.getByRole('button', { name: 'Change access' }).click()
  await page.getByRole('menuitem', { name: 'Add a role' }).click()
  const dialog = page.getByRole('dialog')
  await tick(dialog.getByRole('radio', { name: /^Auditor/ }))
  await dialog.getByRole('button', { name: /^Add a role to \d+ users/ }).click()
  await expect(dialog.getByText('Finished')).toBeVisible({ timeout: 60_000 })
  await expect(dialog.getByText('not done')).toHaveCount(0)
  await expect(dialog.getByRole('listitem').nth(300)).toBeAttached()
})

test('the keyboard alone adds a role to a selection', async ({ app }) => {
  const { page } = app
  await openUsers(app)
  await select(page, 'Mia Dubois', 'Anna Frei')
  await page.getByRole('button', { name: 'Change access' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^Auditor/ }).focus()
  await page.keyboard.press('Space')
  await dialog.getByRole('button', { name: 'Add a role to 2 users' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('2 of 2')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(rowOf(page, 'Anna Frei')).toContainText('Auditor')
})

test('s036 a pending member is sent another link, or given one to copy, from the row', async ({
  app,
}) => {
  const { page } = app
  await openUsers(app)
  const resend = page.getByRole('button', { name: /^Send a new invitation to / }).first()
  await resend.click()
  await expect(page.getByText(/^Invitation sent to /)).toBeVisible()
  await page
    .getByRole('button', { name: /^Make an activation link for .+, to copy$/ })
    .first()
    .click()
  const dialog = page.getByRole('alertdialog', { name: /^Activation link for / })
  await dialog.getByRole('button', { name: 'Copy link' }).click()
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => globalThis.keyholderFake?.copied)).toHaveLength(1)
})

test('s060 setting locations says who gains and who loses which, before it is done', async ({
  app,
}) => {
  const { page } = app
  // Those who are chosen are far apart, and only what is in sight is drawn.
  await page.setViewportSize({ width: 1280, height: 3000 })
  await openUsers(app)
  const names = ['Mia Dubois', 'Anna Frei', 'David Benali', 'Aylin Yılmaz']
  await select(page, ...names)
  await page.getByRole('button', { name: 'Change access' }).click()
  await page.getByRole('menuitem', { name: 'Set locations' }).click()
  const dialog = page.getByRole('dialog')
  const place = dialog.getByRole('checkbox').first()
  await tick(place)
  const each = dialog.getByRole('list', { name: 'What it changes for whom' })
  await expect(each.getByRole('listitem').first()).toBeVisible()
  await expect(dialog).toContainText(/\d gain, \d lose, and for \d nothing changes\./)
  await expect(each).toContainText(/Aylin Yılmaz (gains|loses)/)
  await app.expectAccessible()
})
