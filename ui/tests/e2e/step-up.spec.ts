import type { Backend } from '../../src/ipc/backend'
import { type App, expect, MARIA, PASSWORD, SETTINGS, test } from './support/app'
import { openUsers, rowOf, select } from './support/users'

const CODE = '123 456'
const RECOVERY_CODE = '0123-4567-89AB-CDEF'
const TITLE = 'Confirm that it is you'

/** Lets commands ask for a fresh proof, and the last one be too old. */
async function demand({ page }: App, ...commands: (keyof Backend)[]) {
  await page.evaluate((names) => {
    globalThis.keyholderFake?.demandProof(...names)
    globalThis.keyholderFake?.forgetProof()
  }, commands)
}

/** Opens the roles of Jonas Brunner and chooses one more; what saves it is pressed by keyboard. */
async function changeRoles(app: App, factor = false) {
  const { page } = app
  await openUsers(app, { factor })
  await rowOf(page, 'Jonas Brunner').getByText('Jonas Brunner', { exact: true }).click()
  await page.getByRole('button', { name: 'Change roles', exact: true }).click()
  const below = page.getByRole('dialog', { name: 'Roles of Jonas Brunner' })
  await below.getByRole('checkbox', { name: /^Auditor/ }).press('Space')
  return { below, save: below.getByRole('button', { name: /^Save roles/ }) }
}

test('c20 a refused command is asked about once in a dialog over the dialog, by keyboard alone', async ({
  app,
}) => {
  const { page } = app
  const { save } = await changeRoles(app)
  await demand(app, 'changeRoles')
  await save.press('Enter')
  const dialog = page.getByRole('dialog', { name: TITLE })
  await expect(dialog.getByLabel('Your password')).toBeFocused()
  await expect(dialog.getByLabel('Code', { exact: true })).toHaveCount(0)
  await app.expectAccessible()

  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Fill this in.')).toBeVisible()
  await page.keyboard.type('wrong')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/This is not your password/)).toBeVisible()
  await expect(dialog.getByLabel('Your password')).toHaveValue('')
  await expect(dialog.getByLabel('Your password')).toBeFocused()
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Roles of Jonas Brunner saved')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Change roles', exact: true })).toBeFocused()

  // For five minutes nobody is asked again.
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: /^Auditor/ }).press('Space')
  await save.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('c20 who has an app shows a code of it or a recovery code', async ({ app }) => {
  const { page } = app
  const { save } = await changeRoles(app, true)
  await demand(app, 'changeRoles')
  await save.click()
  const dialog = page.getByRole('dialog', { name: TITLE })
  await dialog.getByLabel('Your password').fill(PASSWORD)
  const code = dialog.getByLabel('Code', { exact: true })
  await expect(code).toHaveAttribute('autocomplete', 'one-time-code')
  await code.fill('000 000')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/This is not the right code/)).toBeVisible()
  await expect(code).toBeFocused()
  await expect(code).toHaveValue('')
  // What was right need not be typed again.
  await expect(dialog.getByLabel('Your password')).toHaveValue(PASSWORD)
  await app.expectAccessible()
  await dialog.getByRole('button', { name: 'Use a recovery code' }).click()
  await dialog.getByLabel('Recovery code').fill(RECOVERY_CODE)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Roles of Jonas Brunner saved')).toBeVisible()

  await demand(app, 'deactivateUser')
  await page.getByRole('button', { name: 'Deactivate', exact: true }).click()
  await dialog.getByLabel('Your password').fill(PASSWORD)
  await code.fill(CODE)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Jonas Brunner was deactivated and signed out')).toBeVisible()
})

test('c20 whoever does not confirm loses nothing of what they entered', async ({ app }) => {
  const { page } = app
  const { below, save } = await changeRoles(app)
  await demand(app, 'changeRoles')
  await save.press('Enter')
  const dialog = page.getByRole('dialog', { name: TITLE })
  await dialog.getByLabel('Your password').fill('half a passw')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(below.getByText(/Nothing was changed, because you did not confirm/)).toBeVisible()
  await expect(below.getByRole('checkbox', { name: /^Auditor/ })).toBeChecked()
  await expect(save).toBeFocused()
  // Nothing of it stays.
  await save.press('Enter')
  await expect(dialog.getByLabel('Your password')).toHaveValue('')
  await dialog.getByLabel('Your password').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Roles of Jonas Brunner saved')).toBeVisible()
})

test('c20 a wait counts down in the dialog, and holds the button', async ({ app }) => {
  const { page } = app
  await page.clock.install()
  await app.open('/profile', { as: MARIA, factor: true })
  await page.getByLabel('First name').fill('Marietta')
  await demand(app, 'changeProfile')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: TITLE })
  const confirm = dialog.getByRole('button', { name: 'Confirm and go on' })
  await dialog.getByLabel('Your password').fill(PASSWORD)
  for (let attempt = 0; attempt <= 5; attempt += 1) {
    await dialog.getByLabel('Code', { exact: true }).fill(String(attempt))
    await confirm.click()
    await expect(
      dialog.getByText(attempt < 5 ? /This is not the right code/ : /too many attempts/),
    ).toBeVisible()
  }
  await expect(
    dialog.getByRole('paragraph').filter({ hasText: 'Try again in 12:31.' }),
  ).toBeVisible()
  await expect(confirm).toHaveAttribute('aria-disabled', 'true')
  await page.clock.runFor(60_000)
  await expect(
    dialog.getByRole('paragraph').filter({ hasText: 'Try again in 11:31.' }),
  ).toBeVisible()
  await page.clock.runFor(700_000)
  await expect(confirm).not.toHaveAttribute('aria-disabled', 'true')
})

test('c20 a run over many asks once', async ({ app }) => {
  const { page } = app
  // Tall enough to show every row: what is scrolled away is not in the document.
  await page.setViewportSize({ width: 1280, height: 3000 })
  await openUsers(app)
  await select(page, 'Mia Dubois', 'Anna Frei', 'David Benali')
  await demand(app, 'deactivateUser')
  await page.getByRole('button', { name: /^Deactivate/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Deactivate \d users/ })
    .click()
  const dialog = page.getByRole('dialog', { name: TITLE })
  await expect(dialog).toHaveCount(1)
  await dialog.getByLabel('Your password').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Finished')).toBeVisible()
  await expect(page.getByText(/Nothing was changed/)).toHaveCount(0)
})

test('c20 the dialog goes with the session', async ({ app }) => {
  const { page } = app
  const { save } = await changeRoles(app)
  await demand(app, 'changeRoles')
  await save.click()
  await page.getByRole('dialog', { name: TITLE }).waitFor()
  await page.evaluate(() => globalThis.keyholderFake?.endSession('sign_in_required'))
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.locator('input[name=name]')).toBeVisible()
})

for (const { name, colorScheme, language, width, height } of SETTINGS) {
  test(`confirming who one is holds in ${name}`, async ({ app }) => {
    await app.page.setViewportSize({ width, height })
    await app.page.emulateMedia({ colorScheme })
    await app.open('/profile', { as: MARIA, factor: true, preferences: { language } })
    await app.page.getByRole('heading', { level: 2 }).first().waitFor()
    await demand(app, 'changeProfile')
    await app.page.locator('input[name=given-name]').fill('Marietta')
    await app.page.keyboard.press('Enter')
    await app.page.getByRole('dialog').waitFor()
    await app.expectAccessible()
  })
}

test('c20 another device confirms in place of a code, with the number that is shown', async ({
  app,
}) => {
  const { page, open } = app
  await open('/profile', { as: MARIA, factor: true, confirmed: true })
  await demand(app, 'changeProfile')
  await page.getByLabel('First name').fill('Marietta')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: TITLE })
  await dialog.getByRole('button', { name: 'Confirm on another device' }).click()
  await expect(dialog.getByLabel('Code', { exact: true })).toHaveCount(0)
  await dialog.getByLabel('Your password').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('483 920')).toBeVisible()
  await app.expectAccessible()
  await expect(dialog).toBeHidden({ timeout: 15_000 })
  await expect(page.getByText('Your data is saved')).toBeVisible()
})
