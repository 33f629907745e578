import { expect, MARIA, PASSWORD, SETTINGS, test } from './support/app'
import { openUsers, rowOf } from './support/users'

test('s009 s091 one changes the own data, and the language of the app with it', async ({
  app: { page, open },
}) => {
  await open('/profile', { as: MARIA })
  const save = page.getByRole('button', { name: 'Save' })
  await expect(save).toHaveAccessibleDescription('Nothing has changed yet.')
  await page.getByLabel('First name').fill('')
  await save.click()
  await expect(page.getByText('Fill this in.')).toBeVisible()
  await page.getByLabel('First name').fill('Marietta')
  await save.click()
  await expect(page.getByText('Your data is saved')).toBeVisible()
  await expect(page.getByRole('banner').getByText('Marietta Keller')).toBeVisible()
  await page.getByRole('button', { name: /Language/ }).click()
  await page.getByRole('option', { name: 'Français' }).click()
  await save.click()
  await expect(page.getByRole('button', { name: 'Enregistrer' })).toBeVisible()
})

test('s009 an administrator proposes a correction and changes nothing', async ({ app }) => {
  const { page } = app
  await openUsers(app)
  await rowOf(page, 'Jonas Brunner').getByText('Jonas Brunner', { exact: true }).click()
  await page.getByRole('tab', { name: 'Security' }).click()
  await page.getByRole('button', { name: 'Propose a correction' }).click()
  const dialog = page.getByRole('dialog', { name: /Correct the data of/ })
  const send = dialog.getByRole('button', { name: 'Send the proposal' })
  await expect(send).toHaveAccessibleDescription('Nothing differs yet.')
  await dialog.getByLabel('Last name').fill('Brunner-Weber')
  await app.expectAccessible()
  await send.click()
  await expect(page.getByText('Sent to Jonas Brunner')).toBeVisible()
  await expect(rowOf(page, 'Brunner-Weber')).toHaveCount(0)
})

test('c03 another address waits for both mailboxes and can be taken back', async ({ app }) => {
  const { page, open } = app
  await open('/profile', { as: MARIA })
  await page.getByRole('button', { name: 'Change e-mail address' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change e-mail address' })
  await dialog.getByRole('button', { name: 'Send the links' }).click()
  await expect(dialog.getByText('Fill this in.')).toHaveCount(2)
  await dialog.getByLabel('New e-mail address').fill('maria@sonnenschein.example')
  await dialog.getByLabel('Your password').fill('wrong')
  await dialog.getByRole('button', { name: 'Send the links' }).click()
  await expect(dialog.getByText(/This is not your password/)).toBeVisible()
  await expect(dialog.getByLabel('Your password')).toHaveValue('')
  await app.expectAccessible()
  await dialog.getByLabel('Your password').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Waiting for confirmation: maria@sonnenschein.example')).toBeVisible()
  await expect(page.getByText('Your address now: not confirmed yet')).toBeVisible()
  await expect(page.getByText('The new address: not confirmed yet')).toBeVisible()
  await app.expectAccessible()
  await page.getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByText('Waiting for confirmation')).toHaveCount(0)
})

test('l13 leaving is asked before, and the last administrator stays', async ({
  app: { page, open },
}) => {
  await open('/profile', { as: MARIA })
  await page.getByRole('button', { name: 'Leave 900417' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Leave/ }).click()
  await expect(dialog.getByText(/This is the last administrator/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Leave 248113' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Leave/ })
    .click()
  await expect(page.getByText('You have left alpenkiosk')).toBeVisible()
  await expect(page.getByRole('banner').getByText('900417')).toBeVisible()
})

for (const { name, colorScheme, language, width, height } of SETTINGS) {
  test(`the profile holds in ${name}`, async ({ app }) => {
    await app.page.setViewportSize({ width, height })
    await app.page.emulateMedia({ colorScheme })
    await app.open('/profile', { as: MARIA, preferences: { language } })
    await app.page.getByRole('heading', { level: 2 }).first().waitFor()
    await app.expectAccessible()
  })
}

test('l05 an account at another provider is linked, and unlinked again', async ({ app }) => {
  const { page, open } = app
  await open('/profile', { as: MARIA, external: 'microsoft' })
  const section = page.getByRole('region', { name: 'Microsoft' })
  await expect(section.getByText('Not linked')).toBeVisible()
  await section.getByRole('button', { name: 'Link' }).click()
  await expect(section.getByText('Go on in your browser')).toBeVisible()
  await section.getByRole('button', { name: 'Cancel' }).click()
  await expect(section.getByText('Not linked')).toBeVisible()
  await section.getByRole('button', { name: 'Link' }).click()
  await section.getByRole('button', { name: 'Open the browser again' }).click()
  await expect(section.getByText(/Linked since/)).toBeVisible()
  await app.expectAccessible()
  await section.getByRole('button', { name: 'Unlink' }).click()
  await expect(section.getByText('Not linked')).toBeVisible()
})
