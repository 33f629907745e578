import { expect, MARIA, PASSWORD, SETTINGS, SOFIA, test } from './support/app'

test('s099 s101 s103 the plate leads to every customer, and the choice is remembered', async ({
  app: { page, open },
}) => {
  await open('/users', { as: MARIA })
  const plate = page.getByRole('banner').getByRole('button', { name: /248113/ })
  await expect(plate).toContainText('Live')
  await expect(plate).toContainText('alpenkiosk')
  await expect(page.getByRole('banner').getByText('Maria Keller')).toBeVisible()
  await plate.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible()
  const rows = page.getByRole('main').getByRole('listitem')
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(0)).toContainText('248113')
  await expect(rows.nth(0)).toContainText('Merchant administrator')
  await expect(rows.nth(0)).toContainText('You are here')
  await expect(rows.nth(1)).toContainText('Test')
  await page.getByRole('button', { name: 'Change to 900417' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('banner').getByRole('button', { name: /900417/ })).toBeVisible()
  expect(await page.evaluate(() => globalThis.keyholderFake?.preferences().customer_id)).toBe(
    'customer-2',
  )
})

test('s099 the last customer is taken up again at the next start', async ({
  app: { page, open },
}) => {
  await open('/users', { as: MARIA, preferences: { customer_id: 'customer-2' } })
  await expect(page.getByRole('banner').getByRole('button', { name: /900417/ })).toBeVisible()
})

test('s099 the palette changes the customer', async ({ app: { page, open } }) => {
  await open('/users', { as: MARIA })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('900417')
  await page.getByRole('menuitem', { name: /900417/ }).click()
  await expect(page.getByRole('banner').getByRole('button', { name: /900417/ })).toBeVisible()
})

test('s100 s101 an alias is given, shown in the header, and taken away', async ({ app }) => {
  const { page, open } = app
  await open('/customers', { as: MARIA, preferences: { customer_id: 'customer-2' } })
  await page.getByRole('button', { name: 'Alias of 900417' }).click()
  const dialog = page.getByRole('dialog', { name: 'Alias of customer 900417' })
  await dialog.getByLabel('Alias').fill('248113')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/does not have the expected form/)).toBeVisible()
  await app.expectAccessible()
  await dialog.getByLabel('Alias').fill('Trial shop')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('banner').getByText('Trial shop')).toBeVisible()
  await page.getByRole('button', { name: 'Alias of 900417' }).click()
  await page.getByLabel('Alias', { exact: true }).fill('')
  await page.getByRole('button', { name: 'Remove alias' }).click()
  await expect(page.getByRole('banner').getByText('Trial shop')).toHaveCount(0)
})

test('s100 without the permission the alias is locked and says why', async ({
  app: { page, open },
}) => {
  await open('/customers', { as: SOFIA })
  await expect(page.getByRole('button', { name: 'Alias of 248113' })).toHaveAccessibleDescription(
    /Change account settings|account settings/i,
  )
})

test('s097 s098 l13 an offer is looked at and accepted with the password', async ({ app }) => {
  const { page, open } = app
  await open('/users', { as: MARIA, offer: true })
  await expect(page.getByText('Sonnenschein AG invites you')).toBeVisible()
  await page.getByRole('button', { name: 'Look at it' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Finance')
  const accept = dialog.getByRole('button', { name: 'Accept' })
  await expect(accept).toHaveAccessibleDescription('Enter your password to accept.')
  await dialog.getByLabel('Your password').fill('wrong')
  await accept.click()
  await expect(dialog.getByText(/This is not your password/)).toBeVisible()
  await app.expectAccessible()
  await dialog.getByLabel('Your password').fill(PASSWORD)
  await accept.click()
  await expect(page.getByText('You now belong to Sonnenschein AG')).toBeVisible()
  await expect(page.getByText('Sonnenschein AG invites you')).toHaveCount(0)
  await page
    .getByRole('banner')
    .getByRole('button', { name: /248113/ })
    .click()
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(3)
})

test('l13 an offer is declined and gone', async ({ app: { page, open } }) => {
  await open('/users', { as: MARIA, offer: true })
  await page.getByRole('button', { name: 'Look at it' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Decline' }).click()
  await expect(page.getByText('Sonnenschein AG invites you')).toHaveCount(0)
})

for (const { name, colorScheme, language, width, height } of SETTINGS) {
  test(`the customers hold in ${name}`, async ({ app }) => {
    await app.page.setViewportSize({ width, height })
    await app.page.emulateMedia({ colorScheme })
    await app.open('/customers', { as: MARIA, offer: true, preferences: { language } })
    await app.page.getByRole('heading', { level: 2 }).first().waitFor()
    await app.expectAccessible()
  })
}
