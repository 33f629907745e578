import type { FakeOptions } from '../../src/ipc/fake'
import { type App, expect, MARIA, test } from './support/app'
import { openUsers, rowOf, tick } from './support/users'

const WITHOUT: FakeOptions = { as: MARIA, external: 'microsoft', withoutPassword: true }
const TITLE = 'Confirm that it is you'
const AGAIN = 'Sign in with Microsoft again'

/** Lets the last proof be too old. */
async function forgetProof({ page }: App) {
  await page.evaluate(() => globalThis.keyholderFake?.forgetProof())
}

/** Signs in at the provider anew, in the dialog that asks for it. */
async function signInAgain({ page }: App) {
  const dialog = page.getByRole('dialog', { name: TITLE })
  await expect(dialog.locator('input[type=password]')).toHaveCount(0)
  await dialog.getByRole('button', { name: AGAIN }).click()
  await expect(dialog.getByRole('status')).toHaveText('Go on in your browser')
  await dialog.getByRole('button', { name: 'Open the browser again' }).click()
  await expect(dialog).toHaveCount(0)
}

test('c14 the first authenticator is set up after signing in at the provider anew', async ({
  app,
}) => {
  const { page, open } = app
  await open('/two-factor', WITHOUT)
  await forgetProof(app)
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click()
  const asked = page.getByRole('dialog', { name: TITLE })
  await expect(asked.getByText(/Sign in with Microsoft once more/)).toBeVisible()
  await app.expectAccessible()
  // Who stops the wait has changed nothing, and can begin again.
  await expect(asked.getByRole('button', { name: AGAIN })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(asked.getByRole('status')).toBeVisible()
  await asked.getByRole('button', { name: 'Cancel' }).click()
  await expect(asked).toHaveCount(0)
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click()
  await signInAgain(app)

  const dialog = page.getByRole('dialog', { name: 'Set up an authenticator app' })
  await expect(dialog.getByLabel('Code', { exact: true })).toBeFocused()
  await expect(dialog.locator('input[type=password]')).toHaveCount(0)
  await page.keyboard.type('123456')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await page.getByRole('alertdialog').getByRole('checkbox').press('Space')
  await page.getByRole('alertdialog').getByRole('button').last().click()

  // From now on its code is shown, alone.
  await forgetProof(app)
  await page.getByRole('button', { name: /^Rename/ }).click()
  const rename = page.getByRole('dialog', { name: /^Rename/ })
  await rename.getByLabel('Name').fill('Old phone')
  await page.keyboard.press('Enter')
  await expect(asked.getByText(/Enter a code once more/)).toBeVisible()
  await expect(asked.locator('input[type=password]')).toHaveCount(0)
  await expect(asked.getByLabel('Code', { exact: true })).toBeFocused()
  await page.keyboard.type('123456')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Old phone')).toBeVisible()
})

test('c14 the profile shows who keeps the password, and asks nobody for one', async ({ app }) => {
  const { page, open } = app
  await open('/profile', WITHOUT)
  const password = page.getByRole('region', { name: 'Password' })
  await expect(password.getByText(/Microsoft keeps your password/)).toBeVisible()
  await expect(password.getByRole('button')).toHaveCount(0)
  await expect(page.getByText('Password set')).toHaveCount(0)
  const linked = page.getByRole('region', { name: 'Microsoft' })
  const unlink = linked.getByRole('button', { name: 'Unlink' })
  await expect(unlink).toHaveAccessibleDescription(/it is your only way in/)
  await unlink.press('Enter')
  await expect(linked.getByText(/Linked since/)).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const address = page.getByRole('button', { name: 'Change e-mail address' })
  await expect(address).toHaveAccessibleDescription(/There is no password here/)
  await address.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await app.expectAccessible()
})

test('c14 l13 one more customer is accepted without a password', async ({ app }) => {
  const { page, open } = app
  await open('/', { ...WITHOUT, offer: true })
  await forgetProof(app)
  await page.getByRole('button', { name: 'Look at it' }).click()
  const offer = page.getByRole('dialog', { name: /Sonnenschein AG/ })
  await expect(offer.locator('input[type=password]')).toHaveCount(0)
  await offer.getByRole('button', { name: 'Accept' }).click()
  await signInAgain(app)
  await expect(offer).toHaveCount(0)
})

test('s028 who signs in where is filtered, counted and shown in a column', async ({ app }) => {
  const { page } = app
  const columns = ['status', 'sign_in_way']
  await openUsers(app, { ...WITHOUT, preferences: { user_columns: columns } })
  await page.getByRole('button', { name: 'Way of signing in' }).click()
  await tick(page.getByRole('checkbox', { name: 'Microsoft or another provider · 1' }))
  await app.expectAccessible()
  await page.keyboard.press('Escape')
  const chips = page.getByRole('grid', { name: 'Filters in use' }).getByRole('row')
  await expect(chips).toHaveText(['Microsoft or another provider'])
  const rows = page.getByRole('grid', { name: 'Users' }).getByRole('row')
  await expect(rows).toHaveCount(2)
  await expect(rowOf(page, 'Maria Keller')).toContainText('Microsoft or another provider')
  await page.getByRole('button', { name: 'Way of signing in · 1' }).click()
  await tick(page.getByRole('checkbox', { name: /^Microsoft/ }))
  await tick(page.getByRole('checkbox', { name: /^Not yet/ }))
  await page.keyboard.press('Escape')
  await expect(rowOf(page, 'Maria Keller')).toHaveCount(0)
  await expect(rows.nth(1)).toContainText('Not yet')
})
