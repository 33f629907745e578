import type { Page } from '@playwright/test'
import { type App, expect, MARIA, SETTINGS, test } from './support/app'
import { giveOwnRole, tick } from './support/users'

/** Switches the setting on, through its effect. */
async function switchOn({ page, open }: App, options: Parameters<App['open']>[1] = {}) {
  await open('/security', { as: MARIA, ...options })
  await page.getByRole('switch').last().press('Space')
  await page.getByRole('status').getByRole('button').last().click()
}

async function saved(page: Page) {
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The rules are saved')).toBeVisible()
}

test('a critical right waits for a second administrator, from the switch to the list', async ({
  app,
}) => {
  const { page } = app
  await switchOn(app)
  const effect = page.getByRole('dialog')
  await expect(effect).toContainText('Nobody is affected now.')
  await expect(effect).toContainText('other administrator')
  await app.expectAccessible()
  await saved(page)

  await page.goto('/#/users/user-000004')
  await page.getByRole('button', { name: 'Change roles', exact: true }).click()
  const roles = page.getByRole('dialog', { name: /^Roles of/ })
  await tick(roles.getByRole('checkbox', { name: /^Finance/ }))
  await roles.getByRole('button', { name: /^Save roles/ }).click()
  const dialog = page.getByRole('dialog', { name: 'This waits for a second administrator' })
  await expect(dialog).toContainText(/Critical here: .+\./)
  await app.expectAccessible()
  await dialog.getByRole('button', { name: 'Ask a second administrator' }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await page.goto('/#/approvals')
  const card = page.getByRole('listitem').filter({ hasText: 'Critical rights for Sofia Rossi' })
  await expect(card.first()).toContainText('gains')
  await app.expectAccessible()
})

test('a role that people have asks before it allows something critical', async ({ app }) => {
  const { page } = app
  await switchOn(app)
  await saved(page)
  await giveOwnRole(page)
  await page.goto('/#/roles')
  await page.getByRole('button', { name: 'Role: Evening desk' }).click()
  await page.getByRole('menuitem', { name: 'Rename or change' }).click()
  const change = page.getByRole('dialog')
  await tick(change.getByRole('checkbox', { name: /^Credit/ }))
  await change.getByRole('button', { name: 'Save Evening desk' }).click()
  const dialog = page.getByRole('dialog', { name: 'This waits for a second administrator' })
  await dialog.getByRole('button', { name: 'Ask a second administrator' }).click()
  await page.goto('/#/approvals')
  await expect(page.getByText(/Whoever has the role Evening desk would gain/)).toBeVisible()
})

test('switching it off waits as well, and the other settings are saved', async ({ app }) => {
  const { page } = app
  await switchOn(app)
  await saved(page)
  await page.getByLabel('Days without a sign-in').fill('60')
  await page.getByRole('switch').last().press('Space')
  await page.getByRole('button', { name: 'Review the effect' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  const dialog = page.getByRole('dialog', { name: 'This waits for a second administrator' })
  await expect(dialog).toContainText('Taking that back needs a second administrator, too.')
  await dialog.getByRole('button', { name: 'Ask a second administrator' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('switch').last()).toBeChecked()
  await expect(page.getByLabel('Days without a sign-in')).toHaveValue('60')
  await page.goto('/#/approvals')
  await expect(page.getByText('wants no second administrator', { exact: false })).toBeVisible()
})

test('whoever is the only administrator cannot switch it on, and is told before', async ({
  app,
}) => {
  await switchOn(app, { empty: true })
  const save = app.page.getByRole('dialog').getByRole('button', { name: 'Save' })
  await expect(save).toHaveAttribute('aria-disabled', 'true')
  await expect(app.page.getByRole('dialog')).toContainText('nobody could agree')
})

for (const setting of SETTINGS.filter(({ name }) => ['dark', 'German', '360 px'].includes(name))) {
  test.describe(setting.name, () => {
    test.use({
      colorScheme: setting.colorScheme,
      viewport: { width: setting.width, height: setting.height },
    })
    test('the switch and its effect hold', async ({ app }) => {
      await switchOn(app, { preferences: { language: setting.language } })
      await app.page.getByRole('dialog').waitFor()
      await app.expectAccessible()
    })
  })
}
