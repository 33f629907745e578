import { expect, MARIA, SETTINGS, test } from './support/app'

for (const { name, colorScheme, language, width, height } of SETTINGS) {
  test.describe(name, () => {
    test.use({ colorScheme, viewport: { width, height } })

    test('the security screen is accessible', async ({ app }) => {
      await app.open('/security', { as: MARIA, preferences: { language } })
      await expect(app.page.locator('input[name=inactivity_days]')).toBeVisible()
      await app.expectAccessible()
      await app.page.locator('input[name=inactivity_days]').fill('30')
      await app.page.getByRole('status').getByRole('button').last().click()
      await expect(app.page.getByRole('dialog')).toBeVisible()
      await app.expectAccessible()
    })
  })
}

test.describe('security screen', () => {
  test('c15 a profile is chosen with its effect in sight', async ({ app: { page, open } }) => {
    await open('/security', { as: MARIA })
    await expect(page.getByRole('heading', { level: 1, name: 'Security' })).toBeVisible()
    await expect(page.getByRole('radio', { name: /Payments/ })).toBeChecked()
    await expect(page.getByText('not NIST 800-63B 3.1.1.2').first()).toBeVisible()
    await page.getByText('NIST', { exact: true }).click()
    await expect(page.getByText('Passwords do not expire.')).toBeVisible()
    await page.getByLabel('Days without a sign-in').fill('29')
    await expect(page.getByText('Choose a number from 30 to 90.')).toBeVisible()
    await page.getByLabel('Days without a sign-in').fill('30')
    await page.getByRole('button', { name: 'Review the effect' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText('Profile: Payments → NIST')).toBeVisible()
    await expect(dialog.getByText(/Users locked after absence: \d+ → \d+/)).toBeVisible()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('The rules are saved')).toBeVisible()
    await expect(page.getByRole('radio', { name: /NIST/ })).toBeChecked()
  })

  test('c06 codes by e-mail are switched off after saying for whom', async ({
    app: { page, open, expectAccessible },
  }) => {
    await open('/security', { as: MARIA })
    const mailed = page.getByRole('switch', { name: /^Mail a code at sign-in/ })
    await expect(mailed).toBeChecked()
    await mailed.press('Space')
    // Choosing a profile leaves it alone.
    await page.getByText('NIST', { exact: true }).click()
    await expect(mailed).not.toBeChecked()
    await page.getByText('Payments', { exact: true }).click()
    await page.getByRole('button', { name: 'Review the effect' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText(/has codes by e-mail only|have codes by e-mail only/)
    await expect(dialog).toContainText('Whoever knows')
    await expectAccessible()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('The rules are saved')).toBeVisible()
    await expect(mailed).not.toBeChecked()
    await page.goto('/#/users/user-000007')
    await page.getByRole('tab', { name: 'Security' }).click()
    await expect(page.getByRole('tabpanel').getByText('None', { exact: true })).toBeVisible()
  })

  test('c13 codes of the app itself are refused with the effect in sight', async ({
    app: { page, open },
  }) => {
    await open('/security', { as: MARIA })
    await page.getByText('Codes out of this app do not open restricted services').click()
    await page.getByRole('button', { name: 'Review the effect' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText(/^2 users have such codes only/)).toBeVisible()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('The rules are saved')).toBeVisible()
    const refused = page.getByRole('switch', { name: /Codes out of this app/ })
    await expect(refused).toBeChecked()
    // Another profile keeps it.
    await page.getByText('NIST', { exact: true }).click()
    await expect(refused).toBeChecked()
  })

  test('who may only look sees the rules and what is missing', async ({ app: { page, open } }) => {
    await open('/security', { as: 'pierre.dubois@alpenkiosk.example' })
    await expect(page.getByText('You can look, but not change this')).toBeVisible()
    await expect(page.getByRole('radio', { name: /NIST/ })).toBeDisabled()
    await expect(page.getByLabel('Days without a sign-in')).not.toBeEditable()
    await expect(page.getByRole('button', { name: 'Review the effect' })).toHaveCount(0)
  })
})

test.describe('passwords', () => {
  test('s047 s085 an expired password is replaced while signing in', async ({
    app: { page, open },
  }) => {
    await open()
    await page.getByLabel('E-mail address or user name').fill(MARIA)
    await page.getByLabel('Password', { exact: true }).fill('Old-Lantern-58-Quiet')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Set a new password' })).toBeVisible()
    await page.getByLabel('New password', { exact: true }).fill('aB3!')
    const rules = page.getByRole('list', { name: 'What the password must be like' })
    await expect(rules.getByRole('listitem').filter({ hasText: 'A digit' })).toContainText('met')
    await expect(
      rules.getByRole('listitem').filter({ hasText: '12 characters' }),
    ).not.toContainText('met')
    await page.getByLabel('New password', { exact: true }).fill('Vorhang-77-Tulpe-wKq')
    await page.getByLabel('Repeat the password').fill('Vorhang-77')
    await page.getByRole('button', { name: 'Set password and sign in' }).click()
    await expect(page.getByText('The two entries differ.')).toBeVisible()
    await page.getByLabel('Repeat the password').fill('Vorhang-77-Tulpe-wKq')
    await page.getByRole('button', { name: 'Set password and sign in' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Maria')
  })

  test('s107 l12 the code is asked for after the password, and a recovery code does as well', async ({
    app: { page, open },
  }) => {
    await open()
    const begin = async () => {
      await page.getByLabel('E-mail address or user name').fill(MARIA)
      await page.getByLabel('Password', { exact: true }).fill('Twin-Lantern-58-Quiet')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { name: 'Enter your code' })).toBeVisible()
    }
    await begin()
    await expect(page.getByLabel('Code', { exact: true })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Code', { exact: true })).toHaveAttribute('aria-invalid', 'true')
    await page.getByLabel('Code', { exact: true }).fill('000000')
    await page.keyboard.press('Enter')
    await expect(page.getByText('This is not the right code.')).toBeVisible()
    await page.getByRole('button', { name: 'Back to sign-in' }).click()
    await begin()
    await page.getByRole('button', { name: 'Use a recovery code' }).click()
    await expect(page.getByText('Each works once.')).toBeVisible()
    await page.getByRole('button', { name: 'Use the authenticator app' }).click()
    await page.getByLabel('Code', { exact: true }).fill('123 456')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Maria')
  })

  test('s076 a forgotten password gets the same answer for every name', async ({
    app: { page, open },
  }) => {
    await open()
    await page.getByLabel('E-mail address or user name').fill('nobody@example.com')
    await page.getByRole('button', { name: 'Forgotten password?' }).click()
    await expect(page.getByLabel('E-mail address')).toHaveValue('nobody@example.com')
    await page.getByRole('button', { name: 'Send link' }).click()
    await expect(page.getByText('Look into your mailbox')).toBeVisible()
    await page.getByRole('button', { name: 'Back to sign-in' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  })
})
