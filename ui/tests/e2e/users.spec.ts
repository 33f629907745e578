import { expect, SETTINGS, test } from './support/app'
import { openUsers, rowOf, select, tick } from './support/users'

// Tall enough to show every row: what is scrolled away is not in the document.
test.use({ viewport: { width: 1280, height: 1600 } })

for (const { name, colorScheme, language, width, height } of SETTINGS) {
  test.describe(name, () => {
    test.use({ colorScheme, viewport: { width, height } })

    test('list, filters, details, roles and selection are accessible', async ({ app }) => {
      test.slow(true, 'axe looks five times')
      const { page } = app
      await openUsers(app, { preferences: { language } })
      await expect(rowOf(page, 'Mia Baumann')).toBeVisible()
      const status = page.getByRole('button', {
        name: { en: 'Status', de: 'Status', fr: 'Statut' }[language],
      })
      await status.click()
      await page.getByRole('dialog').getByRole('checkbox').first().waitFor()
      await app.expectAccessible()
      await page.keyboard.press('Escape')
      await expect(status).toBeFocused()

      await select(page, 'Mia Baumann', 'Samuel Baumann')
      await app.expectAccessible()
      await page.goto('/#/users/user-000001')
      await expect(page.getByRole('heading', { name: 'Jonas Brunner' })).toBeVisible()
      await app.expectAccessible()
      await page.getByRole('tab').nth(1).click()
      await page.getByRole('tab').nth(2).click()
      await app.expectAccessible()
      await page
        .getByRole('button', {
          name: { en: 'Change roles', de: 'Rollen ändern', fr: 'Modifier les rôles' }[language],
        })
        .click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await app.expectAccessible()
    })
  })
}

test('s010 s013 each row leads to its details by mouse and by keyboard', async ({ app }) => {
  const { page } = app
  await openUsers(app)
  await rowOf(page, 'Jonas Brunner')
    .getByRole('button', { name: 'Details of Jonas Brunner' })
    .click()
  await expect(page.getByRole('heading', { name: 'Jonas Brunner', level: 2 })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Jonas Brunner' })).toHaveCount(0)
  // The focus goes back to the list; until it is there, keys lead nowhere.
  await page.locator('[role=grid]:focus, [role=grid] :focus').waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'Access' })).toBeVisible()
})

test('the search narrows as one types, says what it searched, and / leads to it', async ({
  app,
}) => {
  const { page } = app
  await openUsers(app)
  await expect(page.getByText('60 users')).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Search users' })).toBeFocused()
  await page.keyboard.type('kel mari')
  await expect(rowOf(page, 'Maria Keller')).toBeVisible()
  await expect(page.getByText('1 user', { exact: true })).toBeVisible()
  await page.keyboard.type(' nobody')
  await expect(
    page.getByRole('heading', { name: 'Nobody matches “kel mari nobody”' }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Show everyone' }).click()
  await expect(page.getByText('60 users')).toBeVisible()
})

test('s049 filters are chips that can be taken away one by one', async ({ app }) => {
  const { page } = app
  await openUsers(app)
  await page.getByRole('button', { name: 'Status' }).click()
  await tick(page.getByRole('checkbox', { name: 'Deactivated' }))
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Status · 1' })).toBeFocused()
  await page.getByRole('button', { name: 'Location' }).click()
  await page.getByRole('searchbox', { name: 'Search locations' }).fill('shop.alpenkiosk')
  await tick(page.getByRole('checkbox', { name: 'Online shop' }))
  await page.keyboard.press('Escape')
  const chips = page.getByRole('grid', { name: 'Filters in use' }).getByRole('row')
  await expect(chips).toHaveText(['Deactivated', 'Online shop'])
  await page.getByRole('button', { name: 'Remove the filter Online shop' }).click()
  await expect(chips).toHaveText(['Deactivated'])
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page.getByText('60 users')).toBeVisible()
})

test('columns are chosen and remembered, and a column sorts', async ({ app }) => {
  const { page } = app
  // The last row is looked at, and only what is in sight is drawn.
  await page.setViewportSize({ width: 1280, height: 3000 })
  await openUsers(app)
  await page.getByRole('button', { name: 'Columns' }).click()
  await tick(page.getByRole('checkbox', { name: 'Added' }))
  await tick(page.getByRole('checkbox', { name: 'Locations' }))
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader', { name: 'Locations' })).toHaveCount(0)
  expect(await page.evaluate(() => globalThis.keyholderFake?.preferences().user_columns)).toEqual([
    'status',
    'roles',
    'last_sign_in_at',
    'second_factor',
    'created_at',
  ])
  await page.getByRole('columnheader', { name: 'Name' }).click()
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await expect(rowOf(page, 'Zimmermann').first()).toBeVisible()
})

test('s036 s037 a pending invitation is marked in the row and sent for the selection', async ({
  app,
}) => {
  const { page } = app
  await openUsers(app)
  const invite = page.getByRole('button', { name: 'Invite', exact: true })
  await expect(invite).toHaveAttribute('aria-disabled', 'true')
  await expect(rowOf(page, 'Marek Garnier')).toContainText('invitation pending')
  await expect(rowOf(page, 'Marek Garnier')).toContainText('Not invited')
  await select(page, 'Marek Garnier', 'Mia Dubois')
  await page.keyboard.press('i')
  const dialog = page.getByRole('dialog', { name: 'Invite 1 user' })
  await expect(dialog).toContainText('1 of 2 is skipped')
  await expect(dialog).toContainText('not possible while the status is “Active”')
  await dialog.getByRole('button', { name: 'Invite 1 user' }).click()
  await expect(dialog.getByRole('listitem')).toContainText('Marek Garnier')
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(rowOf(page, 'Marek Garnier')).toContainText('Invited')
  // The focus is back in the list, not lost with the dialog.
  await page.waitForFunction(() => document.activeElement?.closest('[role=grid]') !== null)
})

test('several are deactivated with a result list, tried again and taken back', async ({ app }) => {
  const { page } = app
  await openUsers(app)
  await select(page, 'Mia Dubois', 'Anna Frei', 'David Benali')
  await page.evaluate(() => globalThis.keyholderFake?.failNext('deactivateUser', 'unavailable'))
  await page.getByRole('button', { name: 'Deactivate 2 users' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Deactivate 2 users' }).click()
  await expect(dialog.getByRole('listitem').first()).toContainText('not done')
  await expect(dialog.getByRole('listitem').first()).toContainText('Nothing was changed')
  await dialog.getByRole('button', { name: 'Try 1 again' }).click()
  await expect(dialog.getByText('not done')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(dialog).toHaveAccessibleName('Reactivate 2 users')
  await expect(dialog.getByText('2 of 2')).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(rowOf(page, 'Anna Frei')).toContainText('Active')
})

test('s045 s048 deactivating waits for the service and can be undone', async ({ app }) => {
  const { page } = app
  await openUsers(app)
  await page.goto('/#/users/user-000012')
  await page.getByRole('button', { name: 'Deactivate', exact: true }).click()
  const panel = page.getByRole('region', { name: /Fatima/ })
  await expect(panel.getByText('Deactivated')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(panel.getByText('Active', { exact: true })).toBeVisible()
})

test('s048 roles change after one sentence says what is gained and lost', async ({ app }) => {
  const { page } = app
  await openUsers(app)
  await page.goto('/#/users/user-000001')
  await page.getByRole('button', { name: 'Change roles' }).click()
  const dialog = page.getByRole('dialog', { name: 'Roles of Jonas Brunner' })
  const save = dialog.getByRole('button', { name: 'Save roles of Jonas Brunner' })
  await expect(save).toHaveAttribute('aria-disabled', 'true')
  await tick(dialog.getByRole('checkbox', { name: /^Merchant administrator/ }))
  await expect(save).toHaveAccessibleDescription('Choose at least one role.')
  await tick(dialog.getByRole('checkbox', { name: /^Auditor/ }))
  await expect(dialog.getByRole('status')).toContainText('Jonas Brunner loses: Manage users')
  await page.evaluate(() => globalThis.keyholderFake?.changeBehind('user-000001'))
  await save.click()
  await expect(dialog).toContainText('Someone else changed this user in the meantime')
  await save.click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Change roles' })).toBeFocused()
  await expect(page.getByRole('tabpanel')).toContainText('Auditor')
})

test('c03 l01 nobody changes their own access, and the button says why', async ({ app }) => {
  const { page } = app
  await openUsers(app)
  await page.goto('/#/users/user-000000')
  for (const name of ['Change roles', 'Deactivate']) {
    const button = page.getByRole('button', { name, exact: true })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(button).toHaveAccessibleDescription(
      /^Nobody changes their own roles, status or locations\. .+ can do it for you\.$/,
    )
  }
})

test('who only looks keeps every function in sight, with the missing permission', async ({
  app,
}) => {
  const { page } = app
  await openUsers(app, { as: 'pierre.dubois@alpenkiosk.example' })
  await expect(page.getByRole('button', { name: 'Add users' })).toHaveAccessibleDescription(
    /^This needs the permission “Manage users”\. .+ can give it to you\.$/,
  )
  await page.goto('/#/users/user-000001')
  await page.getByRole('tab', { name: 'Activity' }).click()
  await expect(page.getByRole('tabpanel')).toContainText('View activity')
})

test('a missing right shows a lock, and having nothing to do yet shows none', async ({ app }) => {
  const { page } = app
  await openUsers(app)
  // Nobody is selected: the right is there, and there is nobody to invite.
  const idle = page.getByRole('button', { name: /^Invite/ }).first()
  await expect(idle).toHaveAttribute('aria-disabled', 'true')
  await expect(idle).toHaveAccessibleDescription(/\w/)
  await expect(idle.locator('svg.lucide-lock')).toHaveCount(0)
  await page.goto('/#/users/user-000000')
  const locked = page.getByRole('button', { name: 'Change roles', exact: true })
  await expect(locked).toHaveAttribute('aria-disabled', 'true')
  await expect(locked.locator('svg.lucide-lock')).toHaveCount(1)
})

test('s076 the third invitation within an hour is the last, and that is said before', async ({
  app,
}) => {
  const { page } = app
  await openUsers(app)
  await rowOf(page, 'Marek Garnier').getByText('Marek Garnier', { exact: true }).click()
  const panel = page.getByRole('region', { name: 'Marek Garnier' })
  const send = panel.getByRole('button', { name: /^Send (invitation|a new invitation)$/ })
  await send.press('Enter')
  await expect(page.getByText('One more link can be sent')).toHaveCount(0)
  await send.press('Enter')
  await expect(page.getByText('One more link can be sent to them within the hour.')).toBeVisible()
  await send.press('Enter')
  await expect(page.getByText(/No more links can be sent to them before/)).toBeVisible()
  await expect(send).toHaveAttribute('aria-disabled', 'true')
  await expect(send).toHaveAccessibleDescription(/^Three links were sent within an hour\./)
  await app.expectAccessible()
})
