import type { Page } from '@playwright/test'
import type { FakeOptions } from '../../src/ipc/fake'
import { expect, MARIA, SETTINGS, test } from './support/app'

const OPEN: FakeOptions = { as: MARIA, vault: 'open' }

async function begin(page: Page) {
  await page.getByRole('button', { name: 'Bring over and back up' }).click()
  await page.getByRole('menuitem', { name: 'Bring accounts over' }).click()
  return page.getByRole('dialog')
}

test('a file is looked at before anything is kept, and what is known is named', async ({ app }) => {
  const { page, open } = app
  await open('/codes', { ...OPEN, handedOver: 'list' })
  const dialog = await begin(page)
  await app.expectAccessible()
  await dialog.getByRole('button', { name: 'Choose files' }).click()
  await expect(
    dialog.getByText('There are 4 accounts in “export.txt”', { exact: false }),
  ).toBeVisible()
  await expect(dialog.getByText('2 of 4 chosen')).toBeVisible()
  await expect(dialog.getByRole('row', { name: /Mail/ })).toContainText('In the vault already')
  await expect(dialog.getByRole('row', { name: /Payroll/ }).last()).toContainText('Twice')
  // What is not sound is named, with the reason.
  await expect(dialog.getByText('2 entries are left out')).toBeVisible()
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Müller & Söhne' })).toContainText(
    'lost its end',
  )
  await expect(dialog.getByText('Entry 6')).toBeVisible()
  await app.expectAccessible()
  await dialog.getByRole('row', { name: /Parcel service/ }).click()
  await expect(dialog.getByText('1 of 4 chosen')).toBeVisible()
  await dialog.getByRole('button', { name: 'Bring 1 account over' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('1 account is in the vault now')).toBeVisible()
  await expect(page.getByRole('row', { name: /Payroll/ })).toHaveCount(1)
  await expect(page.getByRole('row', { name: /Parcel service/ })).toHaveCount(0)
})

test('with nothing chosen the button says why', async ({ app: { page, open } }) => {
  await open('/codes', { ...OPEN, handedOver: 'picture' })
  const dialog = await begin(page)
  await dialog.getByRole('button', { name: 'Take it from the clipboard' }).click()
  await dialog.getByRole('row', { name: /Parcel service/ }).click()
  const send = dialog.getByRole('button', { name: 'Bring over' })
  await expect(send).toHaveAccessibleDescription('Choose an account first.')
  await dialog.getByRole('row', { name: /Parcel service/ }).press('Space')
  await dialog.getByRole('button', { name: 'Bring 1 account over' }).click()
  await expect(page.getByRole('row', { name: /Parcel service/ })).toHaveCount(1)
  // Once more: nothing in it is new.
  await begin(page)
  await dialog.getByRole('button', { name: 'Take it from the clipboard' }).click()
  await expect(dialog.getByRole('button', { name: 'Bring over' })).toHaveAccessibleDescription(
    'Nothing in it is new.',
  )
})

test('a sealed file asks for its password, and a wrong one is said', async ({ app }) => {
  const { page, open } = app
  await open('/codes', { ...OPEN, handedOver: 'aegis' })
  const dialog = await begin(page)
  await dialog.getByRole('button', { name: 'Choose files' }).click()
  await expect(dialog.getByText(/sealed with a password by Aegis/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Fill this in.')).toBeVisible()
  await dialog.getByLabel('Password of the file').fill('wrong')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/does not open the file/)).toBeVisible()
  await expect(dialog.getByLabel('Password of the file')).toHaveValue('')
  await app.expectAccessible()
  await dialog.getByLabel('Password of the file').fill('quiet harbour lights')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('heading', { name: 'Bring over: Aegis' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Bring 2 accounts over' }).click()
  await expect(page.getByText('2 accounts are in the vault now')).toBeVisible()
})

test('a backup is added to what is here, or takes its place on purpose', async ({ app }) => {
  const { page, open } = app
  await open('/codes', { ...OPEN, handedOver: 'backup' })
  const dialog = await begin(page)
  await dialog.getByRole('button', { name: 'Choose files' }).click()
  await dialog.getByLabel('Passphrase', { exact: true }).fill('quiet harbour lights')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('2 of 4 chosen')).toBeVisible()
  await dialog.getByText('The backup takes their place').click()
  await expect(dialog.getByText('3 of 4 chosen')).toBeVisible()
  await app.expectAccessible()
  await dialog.getByRole('button', { name: 'Replace everything with 3 accounts' }).click()
  await expect(page.getByText('The vault now holds the 3 accounts of the backup')).toBeVisible()
  await expect(page.getByRole('row')).toHaveCount(3)
})

test('a file that is dropped onto the window is looked at', async ({ app }) => {
  const { page, open } = app
  await open('/codes', OPEN)
  await expect(page.getByRole('row').first()).toBeVisible()
  await page.evaluate(() => globalThis.keyholderFake?.dropFile('parts'))
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('A part is missing')).toBeVisible()
  await expect(dialog.getByText(/afterwards: 2 and 3/)).toBeVisible()
  await app.expectAccessible()
  // Another one takes its place.
  await page.evaluate(() => globalThis.keyholderFake?.dropFile('unknown'))
  await expect(dialog.getByText(/knows no program that writes such files/)).toBeVisible()
})

test('a dialog that is closed without a file changes nothing, and a vault that locks is said', async ({
  app: { page, open },
}) => {
  await open('/codes', OPEN)
  await page.getByRole('button', { name: 'Add an account' }).click()
  await page.getByRole('dialog').getByText('From a picture or a file').click()
  await page.getByRole('button', { name: 'Go on' }).click()
  const dialog = page.getByRole('dialog', { name: 'Bring accounts over' })
  await dialog.getByRole('button', { name: 'Choose files' }).click()
  await expect(dialog.getByText(/Or drop files/)).toBeVisible()
  await page.evaluate(() => globalThis.keyholderFake?.failNext('chooseImport', 'import_gone'))
  await dialog.getByRole('button', { name: 'Choose files' }).click()
  await expect(dialog.getByText(/the vault was locked meanwhile/)).toBeVisible()
})

test('several files are one preview, and each that is not sound is named', async ({ app }) => {
  const { page, open } = app
  await open('/codes', OPEN)
  await expect(page.getByRole('row').first()).toBeVisible()
  await page.evaluate(() => globalThis.keyholderFake?.dropFile('several'))
  const dialog = page.getByRole('dialog', { name: 'Bring over: 5 files' })
  await expect(dialog.getByText('2 of 2 chosen')).toBeVisible()
  await expect(dialog.getByText('2 files are left out')).toBeVisible()
  const left = dialog.getByRole('listitem')
  await expect(left.filter({ hasText: 'holiday.jpg' })).toContainText('Nothing that an authent')
  await expect(left.filter({ hasText: 'aegis.json' })).toContainText('Bring it over by itself')
  await app.expectAccessible()
  await dialog.getByRole('button', { name: 'Bring 2 accounts over' }).click()
  await expect(page.getByText('2 accounts are in the vault now')).toBeVisible()
})

test('codes on the screen are looked at from the dialog that adds an account', async ({ app }) => {
  const { page, open } = app
  await open('/codes', { ...OPEN, handedOver: 'blank' })
  await page.getByRole('button', { name: 'Add an account' }).click()
  await page.getByRole('dialog').getByText('From the screen').click()
  await app.expectAccessible()
  await page.getByRole('button', { name: 'Go on' }).click()
  const dialog = page.getByRole('dialog', { name: 'Bring accounts over' })
  await expect(dialog.getByText(/No QR code was found on the screen/)).toBeVisible()
  await app.expectAccessible()
  await page.evaluate(() =>
    globalThis.keyholderFake?.failNext('captureImport', 'import_screen_not_here'),
  )
  await dialog.getByRole('button', { name: 'From the screen' }).click()
  await expect(dialog.getByText(/with the screenshot tool of your system/)).toBeVisible()
  await page.evaluate(() => globalThis.keyholderFake?.handOver('picture'))
  await dialog.getByRole('button', { name: 'From the screen' }).click()
  await page.getByRole('button', { name: 'Bring 1 account over' }).click()
  await expect(page.getByText('1 account is in the vault now')).toBeVisible()
})

test('two thousand accounts of a file are drawn in part', async ({ app: { page, open } }) => {
  await open('/codes', { ...OPEN, handedOver: 'many' })
  const dialog = await begin(page)
  await dialog.getByRole('button', { name: 'Choose files' }).click()
  await expect(dialog.getByText('2,000 of 2,000 chosen')).toBeVisible()
  expect(await dialog.getByRole('row').count()).toBeLessThan(30)
})

for (const { name, colorScheme, language, width, height } of SETTINGS) {
  test(`the preview of an import holds in ${name}`, async ({ app }) => {
    const { page, open } = app
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme })
    await open('/codes', { ...OPEN, preferences: { language } })
    await expect(page.getByRole('row').first()).toBeVisible()
    await page.evaluate(() => globalThis.keyholderFake?.dropFile('list'))
    await expect(page.getByRole('dialog').getByRole('row').first()).toBeVisible()
    await app.expectAccessible()
  })
}
