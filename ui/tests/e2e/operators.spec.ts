import { expect, MARIA, OPERATOR, PASSWORD, SETTINGS, test } from './support/app'

const OF_OPERATORS = [
  '/provider/customers',
  '/provider/customers/customer-1',
  '/provider/requests',
  '/provider/recoveries',
] as const
const OF_MEMBERS = [
  '/home',
  '/users',
  '/approvals',
  '/roles',
  '/locations',
  '/security',
  '/activity',
  '/customers',
] as const

test('an operator who signs in gets a house of their own, and a profile', async ({ app }) => {
  const { page } = app
  await app.open('/')
  await page.locator('input[name=name]').fill(OPERATOR)
  await page.locator('input[name=password]').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Customers', level: 1 })).toBeVisible()
  const rail = page.getByRole('navigation').getByRole('link')
  await expect(rail).toHaveText(['Customers', /^Requests/, 'Recoveries'])
  await expect(rail.nth(1)).toContainText('1 location request waits')
  await expect(page.getByRole('banner').getByText('Payment provider')).toBeVisible()
  await page.getByRole('button', { name: 'Olga Perator' }).click()
  await page.getByRole('menuitem', { name: 'Profile' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await app.expectAccessible()
})

test('s003 an operator reads that the screens of customers are not theirs', async ({ app }) => {
  const { page } = app
  await app.open('/about', { as: OPERATOR })
  for (const address of OF_MEMBERS) {
    await page.goto(`/#${address}`)
    await expect(page.getByText('This screen belongs to the people of a customer.')).toBeVisible()
    await page.goto('/#/about')
    await expect(page.getByRole('heading', { name: 'About and trust' })).toBeVisible()
  }
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('menuitem', { name: 'Requests', exact: true })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Roles & permissions' })).toHaveCount(0)
  await expect(page.getByRole('menuitem', { name: 'Add a user' })).toHaveCount(0)
})

test('s003 the people of a customer read that the screens of operators are not theirs', async ({
  app,
}) => {
  const { page } = app
  await app.open('/about', { as: MARIA })
  for (const address of OF_OPERATORS) {
    await page.goto(`/#${address}`)
    await expect(page.getByText('for the staff of the payment provider')).toBeVisible()
    await page.goto('/#/about')
    await expect(page.getByRole('heading', { name: 'About and trust' })).toBeVisible()
  }
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('menuitem', { name: 'Set up a customer' })).toHaveCount(0)
  await expect(page.getByRole('menuitem', { name: 'Requests', exact: true })).toHaveCount(0)
})

test('customers are found by number, name and alias, and open from the palette', async ({
  app,
}) => {
  const { page } = app
  await app.open('/', { as: OPERATOR })
  const list = page.getByRole('list', { name: 'Customers' })
  await expect(list.getByRole('heading')).toHaveCount(6)
  await app.expectAccessible()
  await page.keyboard.press('/')
  for (const [typed, name] of [
    ['613207', 'Maison Lumière SA'],
    ['sonnen', 'Sonnenschein AG'],
    ['alpenkiosk 248', 'Alpenkiosk AG'],
  ] as const) {
    await page.getByRole('searchbox').fill(typed)
    await expect(list.getByRole('heading')).toHaveText([new RegExp(name)])
  }
  await page.getByRole('searchbox').fill('nobody')
  await expect(page.getByText('No customer matches “nobody”')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.locator('body').click()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('lumi')
  await page.getByRole('menuitem', { name: /Maison Lumière/ }).click()
  await expect(page.getByRole('heading', { name: /613207/, level: 1 })).toBeVisible()
})

test('s001 a customer is set up with its first administrator, by keyboard alone', async ({
  app,
}) => {
  const { page } = app
  await app.open('/', { as: OPERATOR })
  await page.getByRole('heading', { name: 'Customers', level: 1 }).waitFor()
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: 'Set up a customer' })
  await expect(dialog.getByLabel('Customer ID')).toBeFocused()
  await page.keyboard.type('248113')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('This is used already')).toBeVisible()
  await expect(dialog.getByText('Fill this in.')).toHaveCount(4)
  await app.expectAccessible()
  await dialog.getByLabel('Customer ID').fill('720001')
  await dialog.getByLabel('Company').fill('Bergbahn Säntis AG')
  await dialog.getByLabel('E-mail address').fill('ines@bergbahn.example')
  await dialog.getByLabel('First name').fill('Ines')
  await dialog.getByLabel('Last name').fill('Graf')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /720001 Bergbahn Säntis AG/ })).toBeVisible()
  await expect(page.getByText('ines@bergbahn.example is invited')).toBeVisible()
})

test('the facts of a customer change after a sentence says what that means', async ({ app }) => {
  const { page } = app
  await app.open('/provider/customers/customer-1', { as: OPERATOR })
  await page.getByRole('button', { name: 'Change facts' }).click()
  const dialog = page.getByRole('dialog', { name: 'Facts of Alpenkiosk AG' })
  const save = dialog.getByRole('button', { name: 'Save facts of 248113' })
  await expect(save).toHaveAccessibleDescription('Nothing is changed yet.')
  await dialog.getByRole('radio', { name: /^Test/ }).check({ force: true })
  await dialog.getByRole('checkbox', { name: /Acquirer agreement/ }).uncheck({ force: true })
  await expect(dialog.getByRole('status')).toContainText('no money moves')
  await expect(dialog.getByRole('status')).toContainText('payouts are refused')
  await app.expectAccessible()
  // Another operator was faster: nothing is overwritten, and the second try knows the new state.
  await page.evaluate(() => globalThis.keyholderFake?.changeCustomerBehind('customer-1'))
  await save.click()
  await expect(dialog.getByText('Someone else changed this in the meantime')).toBeVisible()
  await save.click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('main').getByText('No acquirer agreement')).toBeVisible()
})

test('operators read why a list cannot be shown, and try again', async ({ app }) => {
  const { page } = app
  await app.open('/about', { as: OPERATOR })
  for (const [address, command, title] of [
    ['/provider/customers', 'searchCustomers', 'The customers could not be read'],
    ['/provider/customers/customer-1', 'readProviderCustomer', 'The customer could not be read'],
    [
      '/provider/customers/customer-1?tab=locations',
      'listProviderLocations',
      'The locations could not be read',
    ],
    [
      '/provider/customers/customer-2?tab=recoveries',
      'listRecoveries',
      'The recoveries could not be read',
    ],
    ['/provider/recoveries', 'listAllRecoveries', 'The recoveries could not be read'],
  ] as const) {
    await page.evaluate((name) => {
      globalThis.keyholderFake?.failNext(name, 'internal', { request_id: '7' })
    }, command)
    await page.goto(`/#${address}`)
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    await page.getByRole('main').getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { name: title })).toHaveCount(0)
  }
})

test('without customers the first step is offered', async ({ app }) => {
  await app.open('/provider/customers', { as: OPERATOR, empty: true })
  await expect(app.page.getByRole('heading', { name: 'No customers yet' })).toBeVisible()
  await app.page.goto('/#/provider/requests')
  await expect(app.page.getByRole('heading', { name: 'No request waits' })).toBeVisible()
})

for (const { name, colorScheme, language, width, height } of SETTINGS) {
  test.describe(name, () => {
    test.use({ colorScheme, viewport: { width, height } })
    test('the screens of operators hold', async ({ app }) => {
      const { page } = app
      await app.open('/provider/customers', { as: OPERATOR, preferences: { language } })
      await page.getByRole('heading', { name: /Wolfeschlegel/ }).waitFor()
      await app.expectAccessible()
      await page.keyboard.press('n')
      await page.getByRole('dialog').waitFor()
      await app.expectAccessible()
      await page.keyboard.press('Escape')
      for (const tab of ['facts', 'locations', 'recoveries']) {
        await page.goto(`/#/provider/customers/customer-1?tab=${tab}`)
        await page.getByRole('tabpanel').getByRole('button').first().waitFor()
        await app.expectAccessible()
      }
      await page.goto('/#/provider/requests')
      await page.getByRole('listitem').last().getByRole('button').first().click()
      await page.getByRole('dialog').waitFor()
      await app.expectAccessible()
    })
  })
}
