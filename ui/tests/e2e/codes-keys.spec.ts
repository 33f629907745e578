import type { Page } from '@playwright/test'
import { expect, MARIA, SETTINGS, test } from './support/app'

const PASSPHRASE = 'seven quiet lanterns'
const NEW = 'nine loud harbours'
const NO_KEYCHAIN = { kind: 'memory', name: 'Secret Service', problem: 'no_service' } as const

async function showKeys(page: Page) {
  await page.getByRole('button', { name: 'Bring over and back up' }).click()
  await page.getByRole('menuitem', { name: 'Where keys are kept' }).click()
}

test('a page says where keys are kept, and what opens the vault', async ({ app }) => {
  const { page, open } = app
  await open('/codes', { as: MARIA, vault: 'open' })
  await showKeys(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where keys are kept')
  await expect(page.getByText('In Secret Service')).toHaveCount(3)
  await expect(page.getByText(/authenticator\.vault$/)).toBeVisible()
  await expect(page.getByText('https://id.example.com')).toBeVisible()
  await app.expectAccessible()
  await page.getByRole('button', { name: 'Back to the codes' }).click()
  await expect(page.getByRole('row')).toHaveCount(6)
})

test('the passphrase is changed by whoever knows it', async ({ app }) => {
  const { page, open } = app
  await open('/codes', { as: MARIA, vault: 'open' })
  await showKeys(page)
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Change the passphrase' })
  await dialog.getByLabel('New passphrase').fill(NEW)
  await dialog.getByLabel('Passphrase once more').fill('another')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/two entries differ/)).toBeVisible()
  await dialog.getByLabel('Passphrase once more').fill(NEW)
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('Passphrase now')).toHaveAttribute('aria-invalid', 'true')
  await dialog.getByLabel('Passphrase now').fill('wrong')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/does not open the vault/)).toBeVisible()
  await expect(dialog.getByLabel('Passphrase now')).toHaveValue('')
  await app.expectAccessible()
  await dialog.getByLabel('Passphrase now').fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByText('The new passphrase opens the vault now')).toBeVisible()
  await page.getByRole('button', { name: 'Back to the codes' }).click()
  await page.getByRole('button', { name: 'Lock' }).click()
  await page.getByLabel('Passphrase', { exact: true }).fill(NEW)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row')).toHaveCount(6)
})

test('a way in is removed and added again, and the last one stays', async ({ app }) => {
  const { page, open } = app
  await open('/codes', { as: MARIA, vault: 'open' })
  await showKeys(page)
  await page.getByRole('button', { name: 'Remove Secret Service as a way in' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Passphrase now').fill(PASSPHRASE)
  await dialog.getByRole('button', { name: 'Remove this way in' }).click()
  await expect(page.getByText('Only the passphrase opens the vault now')).toBeVisible()
  await expect(page.getByText('Does not open it.')).toBeVisible()
  await expect(page.getByText('Not in Secret Service')).toBeVisible()
  const last = page.getByRole('button', { name: 'Remove Passphrase as a way in' })
  await expect(last).toHaveAccessibleDescription('It is the only way in. Add another one first.')
  await page.getByRole('button', { name: 'Let Secret Service open the vault' }).click()
  await dialog.getByLabel('Passphrase now').fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await last.click()
  await dialog.getByLabel('Passphrase now').fill(PASSPHRASE)
  await dialog.getByRole('button', { name: 'Remove the passphrase' }).click()
  await expect(page.getByText('Only Secret Service opens the vault now')).toBeVisible()
  await page.getByRole('button', { name: 'Set a passphrase' }).click()
  await expect(dialog.getByLabel('Passphrase now')).toHaveCount(0)
  await dialog.getByLabel('New passphrase').fill(NEW)
  await dialog.getByLabel('Passphrase once more').fill(NEW)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Opens it on this computer, also', { exact: false })).toBeVisible()
  await app.expectAccessible()
})

test('without a keychain the page says so, and a locked vault is opened first', async ({ app }) => {
  const { page, open } = app
  await open('/codes', { as: MARIA, vault: 'locked', keyStorage: NO_KEYCHAIN })
  await page.getByRole('button', { name: 'Where keys are kept' }).click()
  await expect(page.getByText('No keychain on this computer').last()).toBeVisible()
  await expect(page.getByText(/in memory at most/)).toHaveCount(3)
  await expect(
    page.getByRole('button', { name: 'Change', exact: true }),
  ).toHaveAccessibleDescription('Open the vault first.')
  await app.expectAccessible()
})

for (const { name, colorScheme, language, width, height } of SETTINGS) {
  test(`the page of keys holds in ${name}`, async ({ app }) => {
    const { page, open } = app
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme })
    await open('/codes', { as: MARIA, vault: 'locked', preferences: { language } })
    await page.getByRole('main').getByRole('button').last().click()
    await expect(page.getByText(/authenticator\.vault$/)).toBeVisible()
    await app.expectAccessible()
  })
}
