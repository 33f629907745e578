import { expect, MARIA, PASSWORD, SETTINGS, test } from './support/app'

/** The password after which the fake service asks for a code. */
const FACTOR_PASSWORD = 'Twin-Lantern-58-Quiet'

test('s117 c13 the own account is set up here in one step, after the advice, and signs in at one press', async ({
  app,
}) => {
  const { page, open } = app
  await open('/two-factor', { as: MARIA })
  const here = page.getByRole('button', { name: 'Set up on this computer' })
  await expect(here).toHaveAccessibleDescription(
    'Make and open your vault on the Codes screen first.',
  )
  await page.goto('/#/codes')
  await page.getByRole('button', { name: 'Make the vault' }).click()
  await page.goto('/#/two-factor')
  await here.click()
  const dialog = page.getByRole('dialog', { name: 'Set up on this computer' })
  await expect(dialog.getByText('A phone is safer')).toBeVisible()
  await app.expectAccessible()
  await dialog.getByLabel('Your password').fill('wrong')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/This is not your password/)).toBeVisible()
  await dialog.getByLabel('Your password').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alertdialog', { name: 'Keep your recovery codes' })).toBeVisible()
  await page.getByRole('checkbox').press('Space')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('This computer', { exact: true })).toBeVisible()
  await page.goto('/#/codes')
  await expect(page.getByRole('row', { name: /Keyholder/ })).toBeVisible()
})

test('c13 the code of the vault is filled in at one key press', async ({ app }) => {
  const { page, open } = app
  await open('/', { vault: 'open', vaultOwn: true })
  await page.locator('input[name=name]').fill(MARIA)
  await page.locator('input[name=password]').fill(FACTOR_PASSWORD)
  await page.keyboard.press('Enter')
  const fill = page.getByRole('button', { name: 'Fill in the code from this computer' })
  await expect(fill).toBeVisible()
  await expect(page.locator('input[name=code]')).toBeFocused()
  await app.expectAccessible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation')).toBeVisible()
})

test('a locked vault offers nothing at the sign-in', async ({ app: { page, open } }) => {
  await open('/', { vault: 'locked', vaultOwn: true })
  await page.locator('input[name=name]').fill(MARIA)
  await page.locator('input[name=password]').fill(FACTOR_PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Code', { exact: true })).toBeFocused()
  await expect(page.getByRole('button', { name: /Fill in/ })).toHaveCount(0)
})

test('a backup is sealed with a passphrase that is typed twice', async ({ app }) => {
  const { page, open } = app
  await open('/codes', { as: MARIA, vault: 'open' })
  await page.getByRole('button', { name: 'Bring over and back up' }).click()
  await page.getByRole('menuitem', { name: 'Save a backup' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save a backup' })
  await dialog.getByLabel('Passphrase', { exact: true }).fill('short')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/two entries differ/)).toBeVisible()
  await dialog.getByLabel('Passphrase once more').fill('short')
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('Passphrase', { exact: true })).toHaveAttribute(
    'aria-invalid',
    'true',
  )
  await app.expectAccessible()
  await dialog.getByLabel('Passphrase', { exact: true }).fill('other quiet lanterns')
  await dialog.getByLabel('Passphrase once more').fill('other quiet lanterns')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/as keyholder-codes.vault/)).toBeVisible()
})

test('a sheet or a list holds bare keys: said, agreed to, and saved after the passphrase', async ({
  app,
}) => {
  const { page, open } = app
  await open('/codes', { as: MARIA, vault: 'open' })
  await page.getByRole('button', { name: 'Bring over and back up' }).click()
  await page.getByRole('menuitem', { name: 'Save a backup' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save a backup' })
  await dialog.getByText('A sheet of paper').click()
  await expect(dialog.getByText('Whoever gets this file has your codes')).toBeVisible()
  const save = dialog.getByRole('button', { name: 'Save the sheet unsealed' })
  await expect(save).toHaveAccessibleDescription('Tick the box above first.')
  await dialog.getByRole('checkbox', { name: /I delete the file/ }).press('Space')
  await save.click()
  await expect(dialog.getByLabel('Passphrase now')).toHaveAttribute('aria-invalid', 'true')
  await dialog.getByLabel('Passphrase now').fill('wrong')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/does not open the vault/)).toBeVisible()
  await app.expectAccessible()
  await dialog.getByLabel('Passphrase now').fill('seven quiet lanterns')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/as keyholder-codes-to-print.html/)).toBeVisible()
  await expect(page.getByText(/Then delete the file/)).toBeVisible()
  const [words] = await page.evaluate(() => globalThis.keyholderFake?.files ?? [])
  expect(words).toMatch(/Codes of my accounts\nMade with Keyholder on .+\nKey\nSettings$/)
})

for (const { name, colorScheme, language, width, height } of SETTINGS) {
  test(`the dialog of the backup holds in ${name}`, async ({ app }) => {
    const { page, open } = app
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme })
    await open('/codes', { as: MARIA, vault: 'open', preferences: { language } })
    await page.getByRole('main').locator('header').getByRole('button').first().click()
    await page.getByRole('menuitem').nth(1).click()
    await page.getByRole('radio').nth(2).press('Space')
    await expect(page.getByRole('checkbox')).toBeAttached()
    await app.expectAccessible()
  })
}
