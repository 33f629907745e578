import { expect, MARIA, test } from './support/app'
import { NOON, openUsers } from './support/users'

test('one sees where one is signed in, and signs out on a lost device', async ({ app }) => {
  const { page, open } = app
  await page.clock.setFixedTime(NOON)
  await open('/profile', { as: MARIA })
  const part = page.getByRole('region', { name: 'Signed-in devices' })
  await expect(part.getByRole('listitem')).toHaveCount(3)
  const here = part.getByRole('listitem').filter({ hasText: 'This device' })
  await expect(here).toContainText('Office PC')
  await expect(here.getByRole('button')).toHaveCount(0)
  await expect(part.getByRole('listitem').nth(1)).toContainText('with authenticator app')
  await app.expectAccessible()

  await part.getByRole('button', { name: 'Sign out Shop till' }).click()
  await expect(page.getByText('Shop till is signed out')).toBeVisible()
  await expect(part.getByRole('listitem')).toHaveCount(2)
  await part.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(part.getByRole('listitem')).toHaveCount(1)
  await expect(part.getByRole('button')).toHaveCount(0)
})

test('an administrator signs a user out, and is told where there is nothing to sign out', async ({
  app,
}) => {
  const { page } = app
  await openUsers(app)
  await page.goto('/#/users/user-000004')
  await page.getByRole('tab', { name: 'Security' }).click()
  const panel = page.getByRole('tabpanel')
  await expect(panel.getByRole('button', { name: 'Sign out Workstation' })).toBeVisible()
  await app.expectAccessible()
  await panel.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(panel.getByText('Not signed in anywhere at the moment.')).toBeVisible()
})

test('l12 a lost phone: the effect is said, then the second factor is reset', async ({ app }) => {
  const { page } = app
  await openUsers(app)
  await page.goto('/#/users/user-000004')
  await page.getByRole('tab', { name: 'Security' }).click()
  const reset = page.getByRole('button', { name: 'Reset two-factor authentication…' })
  await reset.click()
  const dialog = page.getByRole('dialog', { name: /^Reset two-factor authentication of/ })
  await expect(dialog.getByText(/Make sure that it is really/)).toBeVisible()
  await expect(dialog.getByText(/stay closed to .* for 24 hours/)).toBeVisible()
  await app.expectAccessible()
  await dialog.getByRole('button', { name: 'Reset', exact: true }).click()
  await expect(page.getByText(/Two-factor authentication of .* was reset/)).toBeVisible()
  await expect(reset).toHaveAccessibleDescription(/asked for nothing besides the password/)
  await expect(page.getByText(/^Closed until .* the second factor was reset lately/)).toBeVisible()
})

test('l12 mailed codes are reset, and go on', async ({ app }) => {
  const { page } = app
  await openUsers(app)
  await page.goto('/#/users/user-000007')
  await page.getByRole('tab', { name: 'Security' }).click()
  await page.getByRole('button', { name: 'Reset two-factor authentication…' }).click()
  const dialog = page.getByRole('dialog', { name: /^Reset two-factor authentication of/ })
  await expect(dialog.getByText(/^Codes that were mailed so far open nothing/)).toBeVisible()
  await expect(dialog.getByText(/^Authenticator apps, passkeys/)).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Reset', exact: true }).click()
  await expect(page.getByText(/Two-factor authentication of .* was reset/)).toBeVisible()
  await expect(page.getByText(/^Closed until .* the second factor was reset lately/)).toBeVisible()
  await expect(page.getByRole('tabpanel').getByText('Mailed', { exact: true })).toBeVisible()
})

test('s116 why names the second factor', async ({ app }) => {
  const { page } = app
  await openUsers(app)
  await page.goto('/#/users/user-000006')
  const credit = page.getByRole('tabpanel').getByRole('button', { name: /^Credit/ })
  await credit.click()
  const why = page.getByRole('dialog', { name: /^Credit/ })
  await expect(why).toContainText('and an authenticator app is set up')
  await app.expectAccessible()
})

test('l12 of an administrator a second one is asked, and of oneself nothing', async ({ app }) => {
  const { page } = app
  await openUsers(app)
  await page.goto('/#/users/user-000001')
  await page.getByRole('tab', { name: 'Security' }).click()
  await page.getByRole('button', { name: 'Reset two-factor authentication…' }).click()
  const dialog = page.getByRole('dialog', { name: /^Reset two-factor authentication of/ })
  await dialog.getByRole('button', { name: 'Reset', exact: true }).click()
  await expect(dialog.getByText(/a second administrator has to agree/)).toBeVisible()
  await app.expectAccessible()
  await dialog.getByRole('button', { name: 'Ask a second administrator' }).click()
  // There are two administrators only, and one of them is whom it is about.
  await expect(dialog.getByText(/no second administrator/i)).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  await page.goto('/#/users/user-000000')
  await page.getByRole('tab', { name: 'Security' }).click()
  const own = page.getByRole('button', { name: 'Reset two-factor authentication…' })
  await expect(own).toHaveAccessibleDescription(/own/)
})
