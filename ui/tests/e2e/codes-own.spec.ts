import { expect, MARIA, PASSWORD, test } from './support/app'

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
