import { usernameOf } from '../../src/ipc/fake/people'
import { AYLIN, expect, MARIA, OPERATOR, PASSWORD, SETTINGS, test } from './support/app'

const CODE = '123456'
const TITLE = 'Two-factor authentication'

test('s105 a click on the own name leads to the set-up', async ({ app: { page, open } }) => {
  await open('/about', { as: MARIA })
  await page.getByRole('button', { name: 'Maria Keller' }).click()
  await page.getByRole('menuitem', { name: TITLE }).click()
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Set up an authenticator app' })).toBeVisible()
})

test('s104 it is recommended, calmly, until it is set up', async ({ app: { page, open } }) => {
  await open('/home', { as: MARIA })
  await expect(page.getByText('Highly recommended')).toBeVisible()
  await page.getByRole('button', { name: 'Set it up' }).click()
  await expect(page.getByText('Two-factor authentication is off')).toBeVisible()
  await expect(page.getByText('Highly recommended')).toBeVisible()
})

test('s104 whoever has it is told nothing', async ({ app: { page, open } }) => {
  await open('/home', { as: MARIA, factor: true })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('Highly recommended')).toHaveCount(0)
  await page.goto('/#/profile')
  await expect(page.getByText('Two-factor authentication is on')).toBeVisible()
  await page.getByRole('button', { name: 'Look at it' }).click()
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
})

test('s106 code and password switch it on, and with either wrong nothing is on', async ({
  app,
}) => {
  const { page, open } = app
  await open('/two-factor', { as: MARIA })
  await page.getByRole('button', { name: 'Set up an authenticator app' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Set up an authenticator app' })
  await expect(dialog.getByRole('img', { name: /QR code/ })).toBeVisible()
  await expect(dialog.getByText('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')).toBeVisible()
  const code = dialog.getByLabel('Code', { exact: true })
  const password = dialog.getByLabel('Your password')
  await expect(code).toBeFocused()
  await app.expectAccessible()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Fill this in.')).toHaveCount(2)

  await code.fill(CODE)
  await password.fill('wrong')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/This is not your password/)).toBeVisible()
  await expect(password).toHaveValue('')
  await password.fill(PASSWORD)
  await code.fill('000000')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/This is not the right code/)).toBeVisible()
  await app.expectAccessible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('Two-factor authentication is off')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Set up an authenticator app' })).toBeFocused()

  await page.keyboard.press('Enter')
  await code.fill('123 456')
  await password.fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Save and switch on' }).click()

  // The recovery codes: once, and kept before one goes on.
  const codes = page.getByRole('alertdialog', { name: 'Keep your recovery codes' })
  await expect(codes.getByRole('listitem')).toHaveCount(10)
  await app.expectAccessible()
  await page.keyboard.press('Escape')
  const done = codes.getByRole('button', { name: 'Done' })
  await expect(done).toHaveAccessibleDescription('Keep the codes first, and tick the box above.')
  await codes.getByRole('button', { name: 'Copy codes' }).click()
  await codes.getByRole('button', { name: 'Save as file' }).click()
  await expect(codes.getByText(/keyholder-recovery-codes.txt/)).toBeVisible()
  await codes.getByRole('button', { name: 'Print codes' }).click()
  const seen = await page.evaluate(() => ({
    copied: globalThis.keyholderFake?.copied,
    files: globalThis.keyholderFake?.files,
    printed: globalThis.keyholderFake?.printed,
  }))
  const first = '1000-4567-89ab-cdef-0123'
  expect(seen.copied?.[0]?.split('\n')).toHaveLength(10)
  expect(seen.files?.[0]).toContain(first)
  expect(seen.files?.[0]).toContain(MARIA)
  expect(seen.printed?.[0]).toContain(first)
  await codes.getByRole('checkbox').press('Space')
  await done.click()
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await expect(page.getByText('Two-factor authentication is on', { exact: true })).toBeVisible()
  await expect(page.getByText('10 of 10 left')).toBeVisible()
  await expect(page.getByText(first)).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('s106 a set-up that waited too long says so', async ({ app: { page, open } }) => {
  await open('/two-factor', { as: MARIA })
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Code', { exact: true }).fill(CODE)
  await dialog.getByLabel('Your password').fill(PASSWORD)
  await page.evaluate(() => globalThis.keyholderFake?.failNext('addAuthenticator', 'not_found'))
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/waits no longer/)).toBeVisible()
})

test('s109 the method is changed alone: another app is added, and the first one renamed and removed', async ({
  app,
}) => {
  const { page, open } = app
  await open('/two-factor', { as: MARIA, factor: true })
  const apps = page.getByRole('region', { name: 'Authenticator apps' }).getByRole('listitem')
  await page.evaluate(() => globalThis.keyholderFake?.forgetProof())
  await page.getByRole('button', { name: 'Add another app' }).click()
  // A session that was left open is not enough.
  const proof = page.getByRole('dialog', { name: 'Confirm that it is you' })
  await proof.getByLabel('Your password').fill(PASSWORD)
  await proof.getByLabel('Code', { exact: true }).fill(CODE)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Set up an authenticator app' })
  await dialog.getByLabel('Name').fill('Tablet')
  await dialog.getByLabel('Code', { exact: true }).fill(CODE)
  await dialog.getByLabel('Your password').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(apps).toHaveCount(2)
  // The codes that there are go on working.
  await expect(page.getByRole('alertdialog')).toHaveCount(0)

  await page.getByRole('button', { name: 'Rename Phone' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Old phone')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Remove Old phone' }).click()
  const removing = page.getByRole('dialog', { name: 'Remove Old phone?' })
  await expect(removing).toContainText('Your other devices are signed out.')
  await expect(removing).not.toContainText('switches two-factor authentication off')
  await removing.getByRole('button', { name: 'Remove Old phone' }).click()
  await expect(apps).toHaveCount(1)
  await expect(page.getByText('Tablet', { exact: true })).toBeVisible()
})

test('s109 removing the last one says what follows, and what a rule forbids says why', async ({
  app,
}) => {
  const { page, open } = app
  await open('/two-factor', { as: MARIA, factor: true })
  await page.getByRole('button', { name: 'Remove Phone' }).click()
  const dialog = page.getByRole('dialog', { name: 'Remove Phone?' })
  await expect(dialog).toContainText('This switches two-factor authentication off')
  await expect(dialog).toContainText('your recovery codes go, too')
  await app.expectAccessible()
  const remove = dialog.getByRole('button', { name: 'Remove Phone' })
  await page.evaluate(() =>
    globalThis.keyholderFake?.failNext('removeAuthenticator', 'last_administrator'),
  )
  await remove.click()
  await expect(dialog.getByText(/This is the last administrator/)).toBeVisible()
  await remove.click()
  await expect(page.getByText('Two-factor authentication is off')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('l12 new recovery codes take the place of the old ones', async ({ app: { page, open } }) => {
  await open('/two-factor', { as: MARIA, factor: true })
  await expect(page.getByText('8 of 10 left')).toBeVisible()
  await page.getByRole('button', { name: 'Create new codes' }).click()
  const dialog = page.getByRole('dialog', { name: 'Create new recovery codes?' })
  await expect(dialog).toContainText('work no longer')
  await dialog.getByRole('button', { name: 'Create new codes' }).click()
  const codes = page.getByRole('alertdialog')
  await expect(codes.getByRole('listitem')).toHaveCount(10)
  await codes.getByRole('checkbox').press('Space')
  await codes.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('10 of 10 left')).toBeVisible()
})

test('s117 s118 c13 two devices are advised, and what the system tells of this one is said honestly', async ({
  app: { page, open },
}) => {
  await open('/two-factor', {
    as: MARIA,
    device: { disk_encryption: 'off', screen_lock: 'unknown' },
  })
  const part = page.getByRole('region', { name: 'Where the codes belong' })
  await expect(part).toContainText('Use a second device')
  await expect(part).toContainText('Keyholder stores your password nowhere')
  await expect(part.getByText('Not on', { exact: true })).toBeVisible()
  await expect(part).toContainText('Switch it on in the settings of your system')
  await expect(part.getByText('Unknown', { exact: true })).toBeVisible()
  await expect(part).toContainText('password manager')
})

for (const [who, name] of [
  ['users without a mailbox', usernameOf(26)],
  ['operators', OPERATOR],
  ['whoever is limited to locations', AYLIN],
] as const) {
  test(`c12 l11 ${who} can set it up, too`, async ({ app: { page, open } }) => {
    await open('/two-factor', { as: name })
    await page.getByRole('button', { name: 'Set up an authenticator app' }).click()
    await expect(page.getByRole('dialog').getByRole('img')).toBeVisible()
  })
}

test('what fails is said, and read again', async ({ app: { page, open } }) => {
  await open('/about', { as: MARIA })
  await page.evaluate(() =>
    globalThis.keyholderFake?.failNext('listOwnSecondFactors', 'internal', { request_id: 'r-7' }),
  )
  await page.goto('/#/two-factor')
  await expect(page.getByText('Your second factor could not be read')).toBeVisible()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('Two-factor authentication is off')).toBeVisible()
  await page.evaluate(() => globalThis.keyholderFake?.setOnline(false))
  await expect(page.getByRole('button', { name: 'Set up an authenticator app' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
})

for (const { name, colorScheme, language, width, height } of SETTINGS) {
  test(`two-factor authentication holds in ${name}`, async ({ app }) => {
    test.slow(true, 'axe looks three times')
    const { page } = app
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme })
    await app.open('/two-factor', { as: MARIA, factor: true, preferences: { language } })
    await page.getByRole('listitem').first().waitFor()
    await app.expectAccessible()
    await page.getByRole('main').getByRole('button').first().click()
    await page.getByRole('dialog').getByRole('img').first().waitFor()
    await app.expectAccessible()
    await page.keyboard.press('Escape')
    await page.getByRole('main').getByRole('button').nth(3).click()
    await page.getByRole('dialog').getByRole('button').last().click()
    await page.getByRole('alertdialog').waitFor()
    await app.expectAccessible()
  })
}
