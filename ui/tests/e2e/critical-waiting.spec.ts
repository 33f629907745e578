import type { Page } from '@playwright/test'
import { type App, expect, MARIA, test } from './support/app'
import { giveOwnRole, rowOf, select, tick } from './support/users'

/** Whoever gives something critical asks a second administrator from now on. */
async function begin({ page, open }: App) {
  await open('/security', { as: MARIA })
  await page.getByRole('switch', { name: /critical rights/ }).press('Space')
  await page.getByRole('status').getByRole('button').last().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The rules are saved')).toBeVisible()
  await page.goto('/#/users')
}

function needed(page: Page) {
  return page.getByRole('dialog', { name: 'This waits for a second administrator' })
}

async function ask(page: Page) {
  await needed(page).getByRole('button', { name: 'Ask a second administrator' }).press('Enter')
}

test('somebody new with a critical role is added without it, and invited meanwhile', async ({
  app,
}) => {
  const { page } = app
  await begin(app)
  await page.getByRole('button', { name: 'Add users' }).click()
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('nina.hofer@example.com')
  await page.getByRole('textbox', { name: 'First name' }).fill('Nina')
  await page.getByRole('textbox', { name: 'Last name' }).fill('Hofer')
  await page.keyboard.press('Enter')
  await tick(page.getByRole('checkbox', { name: /^Cashier/ }))
  await tick(page.getByRole('checkbox', { name: /^Finance/ }))
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Add user', exact: true }).click()
  await expect(needed(page)).toContainText('Nina Hofer is added at once, without the critical')
  await app.expectAccessible()
  // Nothing has happened; what was typed is there still.
  await needed(page).getByRole('button', { name: 'Cancel' }).click()
  const wizard = page.getByRole('dialog', { name: 'Add users' })
  await expect(wizard).toContainText('nina.hofer@example.com')
  await wizard.getByRole('button', { name: 'Add user', exact: true }).click()
  await ask(page)
  const offer = page.getByRole('dialog', { name: 'Nina Hofer was added. Invite now?' })
  await expect(offer).toContainText('Waits for a second administrator: Finance')
  await app.expectAccessible()
  await offer.getByRole('button', { name: 'Send invitation' }).click()
  await page.getByRole('tab', { name: 'Access' }).click()
  await expect(page.getByRole('tabpanel')).toContainText(
    'Waits for a second administrator: Finance.',
  )
  await page.goto('/#/approvals')
  const card = page.getByRole('listitem').filter({ hasText: 'Nina Hofer, who is new' })
  await expect(card).toContainText('gains')
  await expect(card).toContainText('was added for: All locations.')
  await app.expectAccessible()
})

test('s020 several new people are asked about once, and each waits', async ({ app }) => {
  const { page } = app
  await begin(app)
  await page.getByRole('button', { name: 'Add users' }).click()
  await tick(page.getByRole('radio', { name: /Several people/ }))
  await page.getByRole('button', { name: 'Next' }).click()
  await page
    .getByRole('textbox', { name: 'Addresses' })
    .fill('nina.hofer@example.com, Otto Lang <otto@example.com>')
  await page.getByRole('button', { name: 'Next' }).click()
  await tick(page.getByRole('checkbox', { name: /^Finance/ }))
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Add 2 users' }).click()
  await expect(needed(page)).toContainText('They are added at once, without the critical roles')
  await ask(page)
  const run = page.getByRole('dialog', { name: 'Adding 2 users' })
  await expect(run).toContainText('The critical roles of 2 people wait')
  await app.expectAccessible()
  await run.getByRole('button', { name: 'Not now' }).click()
  await page.goto('/#/approvals')
  await expect(page.getByRole('listitem').filter({ hasText: 'who is new' })).toHaveCount(2)
})

test('a critical role for a selection is asked for each, and not taken back by the undo', async ({
  app,
}) => {
  const { page } = app
  await begin(app)
  await select(page, 'Mia Dubois', 'Anna Frei')
  await page.getByRole('button', { name: 'Change access' }).click()
  await page.getByRole('menuitem', { name: 'Add a role' }).click()
  const dialog = page.getByRole('dialog')
  await tick(dialog.getByRole('radio', { name: /^Finance/ }))
  await dialog.getByRole('button', { name: 'Add a role to 2 users' }).click()
  await expect(dialog).toContainText('This waits for a second administrator')
  await app.expectAccessible()
  await dialog.getByRole('button', { name: 'Ask a second administrator for 2 users' }).click()
  await expect(dialog.getByText('waits for a second administrator', { exact: true })).toHaveCount(2)
  await expect(dialog.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await app.expectAccessible()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(rowOf(page, 'Mia Dubois')).not.toContainText('Finance')
  await page.goto('/#/approvals')
  await expect(page.getByRole('listitem').filter({ hasText: 'Critical rights for' })).toHaveCount(2)
})

test('deleting a role waits where the one in its place gives more', async ({ app }) => {
  const { page } = app
  await begin(app)
  await giveOwnRole(page)
  await page.goto('/#/roles')
  await page.getByRole('button', { name: 'Role: Evening desk' }).click()
  await page.getByRole('menuitem', { name: /^Delete/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /Role that its users get instead/ }).click()
  await page.getByRole('option', { name: 'Finance' }).click()
  await dialog.getByRole('button', { name: 'Delete role Evening desk' }).click()
  await ask(page)
  await expect(needed(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Role: Evening desk' })).toBeVisible()
  await page.goto('/#/approvals')
  await expect(page.getByText(/The role Evening desk would be deleted/)).toContainText('Finance')
})
