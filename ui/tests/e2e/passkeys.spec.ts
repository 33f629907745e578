import { expect, MARIA, PASSWORD, test } from './support/app'

const PASSKEY_PASSWORD = 'Fifth-Lantern-58-Quiet'
const SET_UP_PASSWORD = 'Third-Lantern-58-Quiet'

test('s109 a passkey is set up in the browser, renamed and removed', async ({ app }) => {
  const { page, open } = app
  await open('/two-factor', { as: MARIA })
  await page.getByRole('button', { name: 'Set up a passkey' }).click()
  await expect(page.getByText('The passkey is set up.')).toBeVisible()
  await expect(page.getByText('Two-factor authentication is on')).toBeVisible()
  await expect(page.getByText('Blue key')).toBeVisible()
  await app.expectAccessible()

  await page.getByRole('button', { name: 'Rename Blue key' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Green key')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Green key', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Remove Green key' }).click()
  const dialog = page.getByRole('dialog', { name: 'Remove Green key?' })
  await expect(dialog.getByText('This switches two-factor authentication off')).toBeVisible()
  await dialog.getByRole('button', { name: 'Remove Green key' }).click()
  await expect(page.getByText('Two-factor authentication is off')).toBeVisible()
})

test('s109 beside an app a passkey is not the last factor', async ({ app: { page, open } }) => {
  await open('/two-factor', { as: MARIA, factor: true })
  await page.getByRole('button', { name: 'Set up a passkey' }).click()
  await page.getByRole('button', { name: 'Remove Blue key' }).click()
  const dialog = page.getByRole('dialog', { name: 'Remove Blue key?' })
  await expect(dialog.getByText('It opens nothing any more, at once.')).toBeVisible()
  await expect(dialog.getByText(/switches two-factor/)).toHaveCount(0)
})

test('s109 a sign-in is finished with a passkey, and whoever waits can stop', async ({ app }) => {
  const { page, open } = app
  await open('/')
  await page.locator('input[name=name]').fill(MARIA)
  await page.locator('input[name=password]').fill(PASSKEY_PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/show your passkey/)).toBeVisible()
  await app.expectAccessible()
  const go = page.getByRole('button', { name: 'Open the browser' })
  await page.evaluate(() => globalThis.keyholderFake?.failNext('showPasskey', 'browser_wait_over'))
  await go.click()
  await expect(page.getByText(/Nothing came back from the browser/)).toBeVisible()
  await page.getByRole('button', { name: 'Use a recovery code' }).click()
  await expect(page.getByLabel('Recovery code')).toBeFocused()
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await go.click()
  await expect(page.getByRole('banner')).toBeVisible()
})

test('s109 a passkey signs in without name and password, by keyboard', async ({ app }) => {
  const { page, open } = app
  await open('/', { passkeySignIn: true })
  await page.getByRole('button', { name: 'Sign in with a passkey' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Sign in with a passkey' })).toBeVisible()
  await expect(page.getByLabel('Number for the browser')).toHaveText('48')
  await app.expectAccessible()
  const go = page.getByRole('button', { name: 'Open the browser' })
  await expect(go).toBeFocused()
  // Whoever may not come in is told why, and can go back to the password.
  await page.evaluate(() =>
    globalThis.keyholderFake?.failNext('signInWithPasskey', 'locked_inactivity'),
  )
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  // Whoever has waited for too long gets another number.
  await page.evaluate(() => globalThis.keyholderFake?.failNext('signInWithPasskey', 'not_found'))
  await go.click()
  await expect(page.getByLabel('Number for the browser')).toHaveText('49')
  await expect(page.getByText('longer than ten minutes')).toBeVisible()
  await page.getByRole('button', { name: 'Back to sign-in' }).click()
  await expect(page.locator('input[name=name]')).toBeVisible()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await go.click()
  await expect(page.getByRole('banner')).toBeVisible()
})

test('s109 a service without a name offers no passkey', async ({ app: { page, open } }) => {
  await open('/')
  await expect(page.getByRole('button', { name: 'Forgotten password?' })).toBeVisible()
  await expect(page.getByRole('button', { name: /passkey/ })).toHaveCount(0)
})

test('s113 a passkey is set up where a customer asks for a factor', async ({ app }) => {
  const { page, open } = app
  await open('/', { passkeySignIn: true })
  await page.locator('input[name=name]').fill(MARIA)
  await page.locator('input[name=password]').fill(SET_UP_PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Set up a passkey instead' }).click()
  await expect(page.getByRole('heading', { name: 'Set up a passkey' })).toBeVisible()
  await app.expectAccessible()
  await page.getByRole('button', { name: 'Set up an authenticator app instead' }).click()
  await expect(page.getByLabel('Code', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Set up a passkey instead' }).click()
  await page.evaluate(() =>
    globalThis.keyholderFake?.failNext('setUpSignInPasskey', 'browser_wait_over'),
  )
  const go = page.getByRole('button', { name: 'Open the browser' })
  await go.click()
  await expect(page.getByText(/Nothing came back from the browser/)).toBeVisible()
  await go.click()
  await expect(page.getByRole('heading', { name: 'Keep your recovery codes' })).toBeVisible()
})

test('c20 a passkey shows once more that it is the person', async ({ app: { page, open } }) => {
  await open('/two-factor', { as: MARIA })
  await page.getByRole('button', { name: 'Set up a passkey' }).click()
  await expect(page.getByText('Blue key')).toBeVisible()
  await page.evaluate(() => globalThis.keyholderFake?.demandProof('renewRecoveryCodes'))
  await page.evaluate(() => globalThis.keyholderFake?.forgetProof())
  await page.getByRole('button', { name: 'Create new codes' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Create new codes' }).click()
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' })
  await expect(dialog.getByText(/then your browser asks for your passkey/)).toBeVisible()
  await dialog.getByLabel('Your password', { exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
})
