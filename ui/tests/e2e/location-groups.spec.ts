import { expect, MARIA, SETTINGS, test } from './support/app'
import { openUsers, tick } from './support/users'

const AYLIN = 'aylin.yilmaz@alpenkiosk.example'

for (const { name, colorScheme, language, width, height } of SETTINGS) {
  test.describe(name, () => {
    test.use({ colorScheme, viewport: { width, height } })

    test('groups, and the dialogs that make and delete them, are accessible', async ({ app }) => {
      const { page } = app
      await app.open('/locations', { as: MARIA, preferences: { language } })
      const section = page.getByRole('region').filter({ hasText: 'Region Zürich' })
      await expect(section.getByRole('listitem')).toHaveCount(2)
      await app.expectAccessible()
      await section.getByRole('button').nth(1).click()
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByRole('textbox').first()).toHaveValue('Region Zürich')
      await expect(dialog.getByRole('checkbox').first()).toBeVisible()
      await app.expectAccessible()
      await page.keyboard.press('Escape')
      await section.getByRole('button').nth(2).click()
      await expect(dialog.getByRole('status')).toContainText('Region Zürich')
      await app.expectAccessible()
    })
  })
}

test('l07 a group is made by keyboard, given, seen as the reason, and deleted after saying who loses what', async ({
  app,
}) => {
  test.slow(true, 'one life of a group')
  const { page } = app
  await app.open('/locations', { as: MARIA })
  await page.getByRole('button', { name: 'New group' }).focus()
  await page.keyboard.press('Enter')
  const made = page.getByRole('dialog', { name: 'New group of locations' })
  await made.getByRole('textbox', { name: 'Name of the group' }).focus()
  await page.keyboard.type('Region North')
  const create = made.getByRole('button', { name: 'Create Region North' })
  await expect(create).toHaveAccessibleDescription('Choose at least one location.')
  await tick(made.getByRole('checkbox', { name: /^Konstanz/ }))
  await tick(made.getByRole('checkbox', { name: /^Winterthur/ }))
  await expect(made.getByRole('status')).toContainText(
    'Whoever gets Region North reaches: Konstanz and Winterthur.',
  )
  await create.focus()
  await page.keyboard.press('Enter')
  await expect(made).toHaveCount(0)
  const groups = page.getByRole('list', { name: 'Groups' })
  await expect(groups.getByRole('listitem')).toHaveCount(3)

  // Given in a scope, with what it reaches in the sentence before.
  await page.goto('/#/users/user-000003')
  await page.getByRole('button', { name: 'Change locations' }).click()
  const scope = page.getByRole('dialog')
  await tick(scope.getByRole('radio', { name: /Only these locations/ }))
  await tick(scope.getByRole('checkbox', { name: /^Region North/ }))
  await expect(scope.getByRole('status')).toContainText('keeps Konstanz and Winterthur')
  await app.expectAccessible()
  await scope.getByRole('button', { name: /^Save locations of/ }).click()
  await expect(scope).toHaveCount(0)
  const tab = page.getByRole('tabpanel')
  await expect(tab).toContainText('2 locations')
  await expect(tab.getByRole('list', { name: 'Groups of locations' })).toContainText('Region North')
  await tab.getByRole('button', { name: /^View transactions/ }).click()
  await expect(page.getByRole('dialog')).toContainText('through the group Region North')
  await page.keyboard.press('Escape')

  // Changing the group says whom it gives what.
  await page.goto('/#/locations')
  await page.getByRole('button', { name: 'Change Region North' }).click()
  const change = page.getByRole('dialog', { name: 'Change group Region North' })
  await tick(change.getByRole('checkbox', { name: /^Airport/ }))
  await tick(change.getByRole('checkbox', { name: /^Winterthur/ }))
  await expect(change.getByRole('status')).toContainText(
    'One user with Region North gains: Airport. Lost are, unless reached otherwise: Winterthur.',
  )
  await change.getByRole('button', { name: 'Save Region North' }).click()
  await expect(change).toHaveCount(0)

  await page.getByRole('button', { name: 'Delete Region North' }).click()
  const gone = page.getByRole('dialog', { name: 'Delete group Region North' })
  await expect(gone.getByRole('status')).toContainText('One user has Region North:')
  await expect(gone.getByRole('status')).toContainText('Konstanz and Airport')
  await expect(gone.getByRole('status')).toContainText('One of them is left without any location.')
  await gone.getByRole('button', { name: 'Delete Region North' }).click()
  await expect(gone).toHaveCount(0)
  await expect(groups.getByRole('listitem')).toHaveCount(2)
  await page.goto('/#/users/user-000003')
  await expect(page.getByRole('tabpanel')).toContainText('No location yet')
})

test('l07 s063 a group is chosen while a user is added, and the review names it', async ({
  app,
}) => {
  const { page } = app
  await openUsers(app)
  await page.keyboard.press('a')
  const wizard = page.getByRole('dialog', { name: 'Add users' })
  await wizard.getByRole('textbox', { name: 'E-mail address' }).fill('nina.hofer@example.com')
  await wizard.getByRole('textbox', { name: 'First name' }).fill('Nina')
  await wizard.getByRole('textbox', { name: 'Last name' }).fill('Hofer')
  await wizard.getByRole('button', { name: 'Next' }).click()
  await tick(wizard.getByRole('checkbox', { name: /^Cashier/ }))
  await tick(wizard.getByRole('radio', { name: /Only these locations/ }))
  await tick(wizard.getByRole('checkbox', { name: /^Town centres/ }))
  await wizard.getByRole('button', { name: 'Next' }).click()
  await expect(wizard).toContainText('only at group Town centres.')
  await wizard.getByRole('button', { name: 'Add user' }).last().click()
  await page.getByRole('button', { name: 'Not now' }).click()
  const reach = page.getByRole('tabpanel').getByRole('list', { name: 'Groups of locations' })
  await expect(reach).toContainText('Town centres 2 locations')
})

test('l08 l07 whoever is limited to locations sees the groups within, and is told why none can be made', async ({
  app,
}) => {
  const { page } = app
  await app.open('/locations', { as: AYLIN })
  const groups = page.getByRole('list', { name: 'Groups' })
  await expect(groups.getByRole('listitem')).toHaveText([/Town centres/])
  await expect(page.getByRole('button', { name: 'Change Town centres' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'New group' })).toHaveAccessibleDescription(
    /Manage location groups|manage location groups/,
  )
  await app.expectAccessible()
})

test('l07 a group that somebody else changed meanwhile is not overwritten', async ({ app }) => {
  const { page } = app
  await app.open('/locations', { as: MARIA })
  await page.getByRole('button', { name: 'Change Town centres' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change group Town centres' })
  await dialog.getByRole('textbox').first().fill('Centres')
  await page.evaluate(() => globalThis.keyholderFake?.failNext('changeLocationGroup', 'stale'))
  await dialog.getByRole('button', { name: 'Save Centres' }).click()
  await expect(dialog).toContainText('Someone else changed this group in the meantime')
})
