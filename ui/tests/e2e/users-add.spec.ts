import { expect, SETTINGS, test } from './support/app'
import { openUsers, rowOf, tick } from './support/users'

for (const { name, colorScheme, language, width, height } of SETTINGS) {
  test.describe(name, () => {
    test.use({ colorScheme, viewport: { width, height } })

    test('every step of adding a user is accessible', async ({ app }) => {
      test.slow(true, 'axe looks five times')
      const { page } = app
      await openUsers(app, { preferences: { language } })
      await page.keyboard.press('a')
      const dialog = page.getByRole('dialog')
      await expect(dialog).toBeVisible()
      await app.expectAccessible()
      await page.keyboard.press('Tab')
      const next = dialog.getByRole('button').last()
      await next.click()
      await expect(dialog.getByRole('textbox').first()).toBeFocused()
      await app.expectAccessible()
      await dialog.getByRole('textbox').nth(0).fill('nina.hofer@example.com')
      await dialog.getByRole('textbox').nth(1).fill('Nina')
      await dialog.getByRole('textbox').nth(2).fill('Hofer')
      await next.click()
      await tick(dialog.getByRole('checkbox').nth(3))
      await tick(dialog.getByRole('radio').nth(1))
      await expect(dialog.getByRole('searchbox').last()).toBeVisible()
      await app.expectAccessible()
      await tick(dialog.getByRole('radio').nth(0))
      await next.click()
      await expect(dialog.getByText(/Nina Hofer/)).toBeVisible()
      await app.expectAccessible()
      await next.click()
      await expect(dialog.getByRole('heading')).toContainText('Nina Hofer')
      await app.expectAccessible()
    })
  })
}

test('s015 s016 s019 s023 s033 a user is added by keyboard alone and invited', async ({ app }) => {
  const { page } = app
  await openUsers(app)
  const add = page.getByRole('button', { name: 'Add users' })
  await add.focus()
  await page.keyboard.press('Enter')
  const wizard = page.getByRole('dialog', { name: 'Add users' })
  await wizard.getByRole('textbox', { name: 'E-mail address' }).focus()
  await page.keyboard.type('nina.hofer@example.com')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Nina')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Hofer')
  await page.keyboard.press('Enter')
  await expect(wizard.getByRole('heading', { name: /Access/ })).toBeFocused()
  await wizard.getByRole('checkbox', { name: /^Cashier/ }).focus()
  await page.keyboard.press('Space')
  await wizard.getByRole('checkbox', { name: /^Support/ }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(wizard).toContainText(
    'Nina Hofer signs in as nina.hofer@example.com, with the roles Cashier and Support, at all locations.',
  )
  await wizard.getByRole('button', { name: 'Add user' }).focus()
  await page.keyboard.press('Enter')
  const offer = page.getByRole('dialog', { name: 'Nina Hofer was added. Invite now?' })
  await expect(offer).toContainText('nina.hofer@example.com')
  await offer.getByRole('button', { name: 'Send invitation' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Invitation sent to Nina Hofer')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Nina Hofer', level: 2 })).toBeFocused()
})

test('s035 leaving the offer leaves the user created and not invited', async ({ app }) => {
  const { page } = app
  await openUsers(app)
  await fillIn(page, 'nina.hofer@example.com')
  await tick(page.getByRole('checkbox', { name: /^Cashier/ }))
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Add user' }).last().click()
  await page.getByRole('button', { name: 'Not now' }).click()
  await page.getByRole('searchbox', { name: 'Search users' }).fill('nina hofer')
  await expect(rowOf(page, 'Nina Hofer')).toContainText('Not invited')
})

test('s017 s024 errors of the service land on their fields, and nothing typed is lost', async ({
  app,
}) => {
  const { page } = app
  await openUsers(app)
  await page.keyboard.press('a')
  await page.getByRole('button', { name: 'Next' }).click()
  const email = page.getByRole('textbox', { name: 'E-mail address' })
  await expect(email).toBeFocused()
  await expect(email).toHaveAccessibleDescription(/Fill this in/)
  await email.fill('office@alpenkiosk.example')
  await expect(email).not.toHaveAccessibleDescription(/Fill this in/)
  await page.getByRole('textbox', { name: 'First name' }).fill('Nina')
  await page.getByRole('textbox', { name: 'Last name' }).fill('Hofer')
  await page.keyboard.press('Enter')
  await tick(page.getByRole('checkbox', { name: /^Cashier/ }))
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Add user' }).last().click()
  await expect(email).toBeFocused()
  await expect(email).toHaveAccessibleDescription(/already belongs to this customer/)
  await expect(page.getByRole('textbox', { name: 'Last name' })).toHaveValue('Hofer')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('a')
  await expect(page.getByRole('textbox', { name: 'Last name' })).toHaveValue('Hofer')
})

test('c07 s063 s064 s065 "only these" wants a location, found by name or website', async ({
  app,
}) => {
  const { page } = app
  await openUsers(app)
  await fillIn(page, 'nina.hofer@example.com')
  await tick(page.getByRole('checkbox', { name: /^Cashier/ }))
  await tick(page.getByRole('radio', { name: /Only these locations/ }))
  const search = page.getByRole('searchbox', { name: 'Search locations' })
  await expect(search).toBeVisible()
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByRole('alert')).toHaveText('Choose at least one.')
  await expect(search).toBeFocused()
  await search.fill('shop.alpenkiosk')
  await tick(page.getByRole('checkbox', { name: /Online shop/ }))
  await search.fill('zürich')
  await tick(page.getByRole('checkbox', { name: /Bahnhofstrasse/ }))
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByRole('dialog')).toContainText('only at Online shop and Bahnhofstrasse.')
})

test('s069 a merchant administrator cannot be limited to locations', async ({ app }) => {
  const { page } = app
  await openUsers(app)
  await fillIn(page, 'nina.hofer@example.com')
  await tick(page.getByRole('checkbox', { name: /^Merchant administrator/ }))
  await tick(page.getByRole('radio', { name: /No location yet/ }))
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByRole('dialog')).toContainText('critical permissions')
  await page.getByRole('button', { name: 'Add user' }).last().click()
  await expect(page.getByRole('radiogroup')).toHaveAccessibleDescription(
    /cannot be limited to locations/,
  )
})

test('s025 a mailbox that several people read is a reason to warn, not to refuse', async ({
  app,
}) => {
  const { page } = app
  await openUsers(app)
  await fillIn(page, 'info@example.com')
  await tick(page.getByRole('checkbox', { name: /^Cashier/ }))
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Add user' }).last().click()
  await expect(page.getByRole('dialog')).toContainText('Several people may read this mailbox')
  await expect(page.getByRole('button', { name: 'Send invitation' })).toBeEnabled()
})

test('s026 s040 l15 the link of a user without e-mail is shown once, with picture and code', async ({
  app,
}) => {
  const { page } = app
  await openUsers(app)
  await page.keyboard.press('a')
  await tick(page.getByRole('radio', { name: /generated name/ }))
  await page.getByRole('textbox', { name: 'First name' }).fill('Nina')
  await page.getByRole('textbox', { name: 'Last name' }).fill('Hofer')
  await page.getByRole('button', { name: 'Next' }).click()
  await tick(page.getByRole('checkbox', { name: /^Cashier/ }))
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Add user' }).last().click()
  await page.getByRole('button', { name: 'Make activation link' }).click()
  const shown = page.getByRole('alertdialog', { name: 'Activation link for Nina Hofer' })
  await app.expectAccessible()
  await shown.getByRole('button', { name: 'Copy link' }).click()
  await expect(shown.getByRole('status')).toHaveText('Copied')
  const copied = await page.evaluate(() => globalThis.keyholderFake?.copied[0])
  expect(copied).toContain('/account/activate/')
  // L15: a picture of the link, and a code that goes another way and not on the paper.
  await expect(shown.getByRole('img', { name: 'Link of Nina Hofer as a QR code' })).toBeVisible()
  await expect(shown).toContainText('482 915')
  await shown.getByRole('button', { name: 'Print' }).click()
  const sheet = () => page.evaluate(() => globalThis.keyholderFake?.printed[0])
  await expect.poll(sheet).toContain(String(copied))
  expect(await sheet()).not.toContain('482 915')
  await page.keyboard.press('Escape')
  await expect(shown).toBeVisible()
  await shown.getByRole('button', { name: 'I have kept the link' }).click()
  await expect(page.getByText(String(copied))).toHaveCount(0)
})

test('s020 several people are added from a pasted list, tried again, and invited together', async ({
  app,
}) => {
  const { page } = app
  await openUsers(app)
  await page.keyboard.press('a')
  await tick(page.getByRole('radio', { name: /Several people/ }))
  await page.getByRole('button', { name: 'Next' }).click()
  const list = page.getByRole('textbox', { name: 'Addresses' })
  await expect(list).toBeFocused()
  await list.fill(
    'nina.hofer@example.com, Otto Lang <otto@example.com>; office@alpenkiosk.example\n' +
      'Front Office <office@alpenkiosk.example> nonsense NINA.HOFER@example.com ' +
      'Help Desk <info@example.com>',
  )
  await page.getByRole('button', { name: 'Next' }).click()
  await tick(page.getByRole('checkbox', { name: /^Cashier/ }))
  await page.getByRole('button', { name: 'Next' }).click()
  const wizard = page.getByRole('dialog', { name: 'Add users' })
  await expect(wizard).toContainText('4 people get the role Cashier, at all locations.')
  await expect(wizard).toContainText('1 of 5 left out; 2 addresses stand there again.')
  await expect(wizard).toContainText('This is no e-mail address.')
  await app.expectAccessible()
  await page.evaluate(() => globalThis.keyholderFake?.failNext('createUser', 'unavailable'))
  await wizard.getByRole('button', { name: 'Add 4 users' }).click()
  const run = page.getByRole('dialog', { name: 'Adding 4 users' })
  await run.getByRole('button', { name: 'Try 2 again' }).click()
  await expect(run.getByRole('button', { name: 'Try 1 again' })).toBeVisible()
  await expect(run).toContainText('already belongs to this customer')
  await expect(run).toContainText('Several people may read this mailbox')
  await run.getByRole('button', { name: 'Invite 3 users' }).click()
  const invited = page.getByRole('dialog', { name: 'Inviting 3 users' })
  await expect(invited.getByText('3 of 3')).toBeVisible()
  await invited.getByRole('button', { name: 'Close' }).last().click()
  await page.getByRole('searchbox', { name: 'Search users' }).fill('otto lang')
  await expect(rowOf(page, 'Otto Lang')).toContainText('Invited')
})

async function fillIn(page: import('@playwright/test').Page, email: string): Promise<void> {
  await page.keyboard.press('a')
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(email)
  await page.getByRole('textbox', { name: 'First name' }).fill('Nina')
  await page.getByRole('textbox', { name: 'Last name' }).fill('Hofer')
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: /^Cashier/ }).waitFor()
}
