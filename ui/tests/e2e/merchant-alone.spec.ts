import { expect, test } from './support/app'
import { openUsers, rowOf, tick } from './support/users'

// Tall enough to show every row: what is scrolled away is not in the document.
test.use({ viewport: { width: 1280, height: 1600 } })

test('s001 a merchant administrator runs the accounts alone, and nobody of the provider has a hand in it', async ({
  app,
}) => {
  const { page } = app
  await openUsers(app)

  // Lets somebody in.
  await page.keyboard.press('a')
  const wizard = page.getByRole('dialog', { name: 'Add users' })
  await wizard
    .getByRole('textbox', { name: 'E-mail address' })
    .fill('nina.hofer@alpenkiosk.example')
  await wizard.getByRole('textbox', { name: 'First name' }).fill('Nina')
  await wizard.getByRole('textbox', { name: 'Last name' }).fill('Hofer')
  await page.keyboard.press('Enter')
  await tick(wizard.getByRole('checkbox', { name: /^Cashier/ }))
  await page.keyboard.press('Enter')
  await wizard.getByRole('button', { name: 'Add user' }).click()
  await page.getByRole('button', { name: 'Send invitation' }).click()
  const panel = page.getByRole('region', { name: 'Nina Hofer' })
  await expect(panel.getByText('Invited', { exact: true })).toBeVisible()

  // Changes what they may do.
  await panel.getByRole('button', { name: 'Change roles' }).click()
  const roles = page.getByRole('dialog', { name: 'Roles of Nina Hofer' })
  await tick(roles.getByRole('checkbox', { name: /^Auditor/ }))
  await roles.getByRole('button', { name: 'Save roles of Nina Hofer' }).click()
  await expect(roles).toHaveCount(0)
  await expect(panel.getByRole('tabpanel')).toContainText('Auditor')

  // Shuts them out and takes it back, and deletes them.
  await panel.getByRole('button', { name: 'Deactivate', exact: true }).click()
  await expect(panel.getByText('Deactivated', { exact: true })).toBeVisible()
  await panel.getByRole('button', { name: 'Reactivate', exact: true }).click()
  await expect(panel.getByText('Invited', { exact: true })).toBeVisible()
  await page.goto('/#/users')
  await expect(panel).toHaveCount(0)
  await rowOf(page, 'Nina Hofer').getByRole('button', { name: 'Delete Nina Hofer' }).click()
  await expect(rowOf(page, 'Nina Hofer')).toHaveCount(0)

  // Every step is hers in the log, and none the provider's.
  await page.getByRole('navigation').getByRole('link', { name: 'Activity' }).click()
  const main = page.getByRole('main')
  await expect(main.getByText(/Maria Keller .*Nina Hofer/).first()).toBeVisible()
  for (const what of [/added/i, /invit/i, /roles/i, /deactivated/i, /reactivated/i, /deleted/i]) {
    await expect(
      main.getByText(/Maria Keller .*Nina Hofer/).filter({ hasText: what }),
    ).not.toHaveCount(0)
  }
  await expect(main.getByText(/^Payment provider /)).toHaveCount(0)
})
