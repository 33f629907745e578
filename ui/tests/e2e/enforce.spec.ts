import { AYLIN, expect, MARIA, SETTINGS, test } from './support/app'

const SET_UP_PASSWORD = 'Third-Lantern-58-Quiet'

for (const { name, colorScheme, language, width, height } of SETTINGS) {
  test.describe(name, () => {
    test.use({ colorScheme, viewport: { width, height } })

    test('enforcing is accessible, and so is the set-up in a sign-in', async ({ app }) => {
      const { page } = app
      await app.open('/security', { as: MARIA, preferences: { language } })
      await page.getByRole('button', { name: /2FA/ }).click()
      await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
      await page.getByRole('dialog').getByRole('radio').last().check({ force: true })
      await app.expectAccessible()
    })

    test('the set-up in a sign-in is accessible', async ({ app }) => {
      const { page } = app
      await app.open('/', { preferences: { language } })
      await page.locator('input[name=name]').fill(MARIA)
      await page.locator('input[name=password]').fill(SET_UP_PASSWORD)
      await page.keyboard.press('Enter')
      await page.locator('input[name=code]').fill('111111')
      await app.expectAccessible()
      await page.keyboard.press('Enter')
      await expect(page.locator('input[name=code][aria-invalid=true]')).toBeVisible()
      await app.expectAccessible()
      await page.locator('input[name=code]').fill('123456')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('checkbox')).toBeVisible()
      await app.expectAccessible()
    })
  })
}

test('s110 enforce 2fa stands beside invite, says whom it concerns, and is shown afterwards', async ({
  app: { page, open },
}) => {
  await open('/users', { as: MARIA })
  const beside = page.locator('header').getByRole('button')
  await expect(beside.filter({ hasText: 'Enforce 2FA' })).toBeVisible()
  await expect(beside.filter({ hasText: 'Invite' })).toBeVisible()
  await page.getByRole('button', { name: 'Enforce 2FA' }).click()
  const dialog = page.getByRole('dialog', { name: 'Enforce two-factor authentication' })
  await expect(dialog.getByText(/\d+ users set up an app before getting in again/)).toBeVisible()
  await expect(dialog.getByText(/have an app already/)).toBeVisible()
  await expect(dialog.getByText(/no mailbox/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Enforce 2FA' }).click()
  await expect(page.getByText('Two-factor authentication is enforced')).toBeVisible()

  await page.getByRole('button', { name: '2FA enforced' }).click()
  const on = page.getByRole('dialog', { name: 'Two-factor authentication is enforced' })
  await expect(on.getByText('Every sign-in asks for a second factor.')).toBeVisible()
  await on.getByRole('button', { name: 'Stop enforcing' }).click()
  await expect(page.getByRole('button', { name: 'Enforce 2FA' })).toBeVisible()
})

test('s110 a day that lies ahead is chosen, and stands on both screens', async ({
  app: { page, open },
}) => {
  await open('/users', { as: MARIA })
  await page.getByRole('button', { name: 'Enforce 2FA' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('From a day on').click()
  await expect(dialog.getByText('told by mail now, and again three days before')).toBeVisible()
  await dialog.getByRole('button', { name: 'Enforce 2FA' }).click()
  await expect(page.getByRole('button', { name: /^2FA from / })).toBeVisible()
  await page.getByRole('link', { name: 'Security' }).click()
  await expect(
    page.getByText(/^From .* on, every sign-in asks for a second factor\.$/),
  ).toBeVisible()
})

test('s110 who may not change the rules sees why', async ({ app: { page, open } }) => {
  await open('/users', { as: AYLIN })
  const button = page.getByRole('button', { name: 'Enforce 2FA' })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
})

test('s115 who has a second factor is a column, a filter and a count', async ({
  app: { page, open },
}) => {
  await open('/security', { as: MARIA })
  const chart = page.getByRole('table', { name: 'Who has a second factor' })
  await expect(chart.getByRole('row', { name: /Authenticator app/ })).toBeVisible()
  await page.getByRole('button', { name: 'Show all without' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Users' })).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'None' }).first()).toBeVisible()
  await page.getByRole('button', { name: /^2FA/ }).first().click()
  await expect(
    page.getByRole('checkbox', { name: /^No second factor · \d+|No second factor/ }),
  ).toBeVisible()
})

test('s113 whoever has none is led through the set-up and keeps the codes', async ({
  app: { page, open },
}) => {
  await open()
  await page.getByLabel('E-mail address or user name').fill(MARIA)
  await page.getByLabel('Password', { exact: true }).fill(SET_UP_PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Set up a second factor' })).toBeVisible()
  await expect(page.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible()
  await page.getByRole('button', { name: 'Set up and go on' }).click()
  await expect(page.getByText('Fill this in')).toBeVisible()
  await page.getByLabel('Code', { exact: true }).fill('123 456')
  await page.getByRole('button', { name: 'Set up and go on' }).click()
  await expect(page.getByRole('heading', { name: 'Keep your recovery codes' })).toBeVisible()
  await expect(
    page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem'),
  ).toHaveCount(10)
  const done = page.getByRole('button', { name: 'Go on' })
  await expect(done).toHaveAttribute('aria-disabled', 'true')
  for (const name of ['Copy codes', 'Print codes', 'Save as file']) {
    await expect(page.getByRole('button', { name })).toBeVisible()
  }
  await page.getByText('I have kept the codes').click()
  await done.click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Keep your recovery codes')
})

test('s113 the recovery codes are shown although nobody can be told who has signed in', async ({
  app: { page, open },
}) => {
  await open()
  await page.getByLabel('E-mail address or user name').fill(MARIA)
  await page.getByLabel('Password', { exact: true }).fill(SET_UP_PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByLabel('Code', { exact: true }).fill('123456')
  await page.evaluate(() => globalThis.keyholderFake?.failNext('me', 'server_unreachable'))
  await page.getByRole('button', { name: 'Set up and go on' }).click()
  await page.getByText('I have kept the codes').click()
  const done = page.getByRole('button', { name: 'Go on' })
  await done.click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Recovery codes' })).toBeVisible()
  await done.click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Keep your recovery codes')
})

test('c06 another profile keeps what is asked for beside the password', async ({
  app: { page, open },
}) => {
  await open('/security', { as: MARIA })
  await page.getByRole('button', { name: 'Enforce 2FA' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Enforce 2FA' }).click()
  await expect(page.getByRole('button', { name: '2FA enforced' })).toBeVisible()
  await page.getByText('NIST', { exact: true }).click()
  await page.getByRole('button', { name: 'Review the effect' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The rules are saved')).toBeVisible()
  await expect(page.getByRole('radio', { name: /NIST/ })).toBeChecked()
  await expect(page.getByRole('button', { name: '2FA enforced' })).toBeVisible()
})
