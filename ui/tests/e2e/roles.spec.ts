import { expect, MARIA, SETTINGS, SOFIA, test } from './support/app'
import { openUsers, tick } from './support/users'

test('s050 s003 s021 the matrix shows every role and permission, and says who can', async ({
  app,
}) => {
  const { page } = app
  await app.open('/roles', { as: MARIA })
  await expect(page.getByRole('heading', { name: 'Roles & permissions' })).toBeVisible()
  await expect(page.getByText('7 roles')).toBeVisible()
  const allows = page.getByRole('button', { name: 'Finance allows: Credit' })
  await expect(allows).toBeVisible()
  await expect(page.getByRole('button', { name: 'Cashier does not allow: Credit' })).toBeVisible()
  await app.expectAccessible()
  await allows.focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('button', { name: 'Cashier does not allow: Credit' })).toBeFocused()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Who can: Credit' })
  await expect(dialog.getByText(/users can do this now/)).toBeVisible()
  await expect(dialog.getByText('through Finance').first()).toBeVisible()
  await app.expectAccessible()
})

test('c05 s053 an own role is a copy that is changed and deleted, with a sentence first', async ({
  app,
}) => {
  const { page } = app
  await app.open('/roles', { as: MARIA })
  await page.getByRole('button', { name: 'Role: Cashier' }).click()
  await page.getByRole('menuitem', { name: 'Make a copy' }).click()
  const dialog = page.getByRole('dialog', { name: 'New role' })
  await dialog.getByLabel('Name').fill('Evening desk')
  await expect(dialog.getByText(/Whoever gets Evening desk may use/)).toBeVisible()
  // Editing brings viewing along.
  await dialog.getByRole('checkbox', { name: /^Edit invoices/ }).check({ force: true })
  await expect(dialog.getByRole('checkbox', { name: /^View invoices/ })).toBeChecked()
  await app.expectAccessible()
  await dialog.getByRole('button', { name: 'Create Evening desk' }).click()
  await expect(page.getByText('8 roles')).toBeVisible()
  await expect(
    page.getByRole('button', { name: 'Evening desk allows: Edit invoices' }),
  ).toBeVisible()

  await page.getByRole('button', { name: 'Role: Evening desk' }).click()
  await page.getByRole('menuitem', { name: 'Rename or change' }).click()
  const change = page.getByRole('dialog', { name: 'Change role Evening desk' })
  await change.getByRole('checkbox', { name: /^View invoices/ }).uncheck({ force: true })
  await expect(change.getByText(/It drops: View invoices and Edit invoices/)).toBeVisible()
  await change.getByRole('button', { name: 'Save Evening desk' }).click()
  await expect(change).toBeHidden()

  await page.getByRole('button', { name: 'Role: Evening desk' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  const remove = page.getByRole('dialog', { name: 'Delete role Evening desk' })
  await expect(remove.getByText(/nobody’s access changes/)).toBeVisible()
  await remove.getByRole('button', { name: 'Delete role Evening desk' }).click()
  await expect(page.getByText('7 roles')).toBeVisible()
})

test('c05 built-in roles stay as they are, and the menu says why', async ({ app }) => {
  const { page } = app
  await app.open('/roles', { as: MARIA })
  await page.getByRole('button', { name: 'Role: Cashier' }).click()
  const item = page.getByRole('menuitem', { name: 'Rename or change' })
  await expect(item).toBeDisabled()
  await expect(item).toContainText('Built-in roles cannot be changed')
})

test('c21 the words "user group" find the roles in the palette', async ({ app }) => {
  const { page } = app
  await app.open('/', { as: MARIA })
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('user group')
  await page.getByRole('menuitem', { name: 'Roles & permissions' }).click()
  await expect(page.getByRole('heading', { name: 'Roles & permissions' })).toBeVisible()
})

test('the members of a role lead to its users', async ({ app }) => {
  const { page } = app
  await app.open('/roles', { as: MARIA })
  await page.getByRole('link', { name: /user(s)? Auditor/ }).click()
  await expect(page.getByRole('heading', { name: 'Users' })).toBeVisible()
  await expect(page.getByRole('row', { name: /Auditor/ }).first()).toBeVisible()
})

test('s051 rights beside the roles are given after a sentence, and say where they come from', async ({
  app,
}) => {
  const { page } = app
  await openUsers(app)
  await page.goto('/#/users/user-000004')
  await page.getByRole('button', { name: 'Extra rights' }).click()
  const dialog = page.getByRole('dialog', { name: /^Extra rights of/ })
  await tick(dialog.getByRole('checkbox', { name: /^View statistics/ }))
  await expect(dialog.getByRole('status')).toContainText('gains: View statistics')
  await app.expectAccessible()
  await dialog.getByRole('button', { name: /^Save rights of/ }).click()
  await expect(dialog).toHaveCount(0)
  const right = page.getByRole('tabpanel').getByRole('button', { name: /^View statistics/ })
  await expect(right).toContainText('given directly')
  await right.click()
  const why = page.getByRole('dialog', { name: /^View statistics/ })
  await expect(why).toContainText('The smallest change that would stop it')
  await expect(why).toContainText('Take “View statistics” away')
  await app.expectAccessible()
})

test('s002 without the permission there is no matrix', async ({ app }) => {
  const { page } = app
  await app.open('/roles', { as: SOFIA })
  await expect(page.getByText(/needs the permission/)).toBeVisible()
})

for (const setting of SETTINGS) {
  test(`the matrix holds in ${setting.name}`, async ({ app }) => {
    const { page } = app
    await page.emulateMedia({ colorScheme: setting.colorScheme })
    await page.setViewportSize({ width: setting.width, height: setting.height })
    await app.open('/roles', {
      as: MARIA,
      preferences: { language: setting.language, theme: 'system' },
    })
    await page.getByRole('table').waitFor()
    await app.expectAccessible()
    await page.screenshot({ path: `test-results/roles-${setting.name.replace(/\W/g, '')}.png` })
  })
}
