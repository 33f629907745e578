import { expect, MARIA, test } from './support/app'

test('c13 s116 where codes of the app itself are refused, why says what counts instead', async ({
  app,
}) => {
  const { page, open } = app
  await open('/security', { as: MARIA })
  await page.getByText('Codes out of this app do not open restricted services').click()
  await page.getByRole('button', { name: 'Review the effect' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The rules are saved')).toBeVisible()

  // What they hold stays theirs, and has no effect where a second factor is asked for.
  await page.goto('/#/users/user-000006')
  const panel = page.getByRole('tabpanel')
  await expect(
    panel.getByText(/^No effect: the authenticator is built into the app/),
  ).not.toHaveCount(0)
  await panel.getByRole('button', { name: /^Credit/ }).click()
  const why = page.getByRole('dialog', { name: /^Credit/ })
  await expect(why).toContainText('may not do this')
  await expect(why).toContainText('is built into the app, which does not count here')
  await expect(why).toContainText('sets up an authenticator app on another device, or a passkey')
  await expect(why.getByText(/^Give/)).toHaveCount(0)
  await app.expectAccessible()
})

test('c13 who can leaves out whose only authenticator is refused', async ({ app }) => {
  const { page, open } = app
  const named = async () => {
    await page.goto('/#/roles')
    await page.getByRole('button', { name: 'Finance allows: Credit' }).click()
    const dialog = page.getByRole('dialog', { name: 'Who can: Credit' })
    await expect(dialog.getByText(/can do this now/)).toBeVisible()
    const seen = await dialog.getByText(/^Wolfeschlegel/).count()
    await dialog.getByRole('button', { name: 'Close' }).click()
    return seen
  }
  await open('/roles', { as: MARIA })
  expect(await named()).toBe(1)
  await page.goto('/#/security')
  await page.getByText('Codes out of this app do not open restricted services').click()
  await page.getByRole('button', { name: 'Review the effect' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The rules are saved')).toBeVisible()
  expect(await named()).toBe(0)
})
