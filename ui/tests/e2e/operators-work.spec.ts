import { expect, MARIA, OPERATOR, PASSWORD, SOFIA, test } from './support/app'
import { NOON } from './support/users'

test('s061 s062 a location and its terminals are made, changed and moved', async ({ app }) => {
  const { page } = app
  await app.open('/provider/customers/customer-1?tab=locations', { as: OPERATOR })
  await page.getByRole('button', { name: 'Add a location' }).click()
  const place = page.getByRole('dialog', { name: 'Add a location' })
  await place.getByLabel('Name').fill('Pier 7')
  await place.getByLabel('City').fill('Kreuzlingen')
  await page.keyboard.press('Enter')
  await expect(place).toHaveCount(0)
  const list = page.getByRole('list', { name: 'Locations', exact: true })
  const pier = list
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Pier 7' }) })
  await expect(pier).toContainText('No terminal yet')
  await pier.getByRole('button', { name: 'Add terminal' }).click()
  const terminal = page.getByRole('dialog', { name: 'New terminal at Pier 7' })
  await terminal.getByLabel('Terminal number').fill('17700101')
  await terminal.getByLabel('Name').fill('Till')
  await page.keyboard.press('Enter')
  await expect(terminal.getByText('This is used already')).toBeVisible()
  await terminal.getByLabel('Terminal number').fill('17709999')
  await page.keyboard.press('Enter')
  await expect(pier).toContainText('17709999')

  await pier.getByRole('button', { name: 'Change or move terminal 17709999' }).click()
  const move = page.getByRole('dialog', { name: 'Change or move terminal 17709999' })
  const where = move.getByRole('combobox', { name: 'Location' })
  await where.fill('Konst')
  await page.getByRole('option', { name: /Konstanz/ }).click()
  await expect(move.getByRole('status')).toContainText(
    'From the next request on terminal 17709999 is reached by whoever reaches Konstanz, and no longer by whoever reaches only Pier 7.',
  )
  await app.expectAccessible()
  await move.getByRole('button', { name: 'Move terminal 17709999' }).click()
  await expect(move).toHaveCount(0)
  await expect(pier).toContainText('No terminal yet')
  const konstanz = list
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Konstanz' }) })
  await expect(konstanz).toContainText('17709999')

  await pier.getByRole('button', { name: 'Change Pier 7' }).click()
  const change = page.getByRole('dialog', { name: 'Change Pier 7' })
  await change.getByLabel('Name').fill('Pier 8')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Pier 8' })).toBeVisible()
})

test('s068 l07 an operator makes what was wished for in one step, and the merchant sees it', async ({
  app,
}) => {
  const { page } = app
  await app.open('/provider/requests', { as: OPERATOR })
  const card = page.getByRole('listitem').filter({ hasText: 'Luzern Bahnhof' })
  await expect(card).toContainText('248113 Alpenkiosk AG')
  await expect(card).toContainText('2 × Point of sale and 1 × Mail and phone orders')
  await expect(card).toContainText('Opens on 1 October')
  await app.expectAccessible()
  await card.getByRole('button', { name: 'Set up Luzern Bahnhof' }).click()
  const dialog = page.getByRole('dialog', { name: 'Set up Luzern Bahnhof' })
  await expect(dialog.getByLabel('City')).toHaveValue('Luzern')
  const send = dialog.getByRole('button', { name: 'Set up location with 3 terminals' })
  await send.click()
  await expect(dialog.getByText('Fill this in.')).toHaveCount(3)
  const numbers = dialog.getByLabel('Terminal number')
  await expect(numbers.first()).toBeFocused()
  for (const [index, number] of ['17701001', '17701002', '17701002'].entries()) {
    await numbers.nth(index).fill(number)
  }
  await send.click()
  await expect(dialog.getByText('This is listed twice.')).toBeVisible()
  await app.expectAccessible()
  await dialog.getByRole('button', { name: 'Remove terminal 3 of this list' }).click()
  await dialog.getByRole('button', { name: 'Set up location with 2 terminals' }).click()
  await expect(page.getByRole('heading', { name: 'No request waits' })).toBeVisible()

  await page.getByRole('button', { name: 'Olga Perator' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.locator('input[name=name]').fill(MARIA)
  await page.locator('input[name=password]').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').getByRole('link', { name: 'Locations' }).click()
  const asked = page.getByRole('list', { name: 'What was asked for' })
  await expect(asked.getByRole('listitem').filter({ hasText: 'Luzern Bahnhof' })).toContainText(
    'Set up',
  )
  await expect(page.getByRole('list', { name: 'Terminals of Luzern Bahnhof' })).toContainText(
    '17701001',
  )
})

test('l07 an operator refuses with a reason, and a request answered meanwhile says so', async ({
  app,
}) => {
  const { page } = app
  await app.open('/provider/requests', { as: OPERATOR })
  await page.getByRole('button', { name: 'Refuse Luzern Bahnhof' }).click()
  const dialog = page.getByRole('dialog', { name: 'Refuse Luzern Bahnhof' })
  await dialog.getByRole('button', { name: 'Refuse Luzern Bahnhof' }).click()
  await expect(dialog.getByText('Fill this in.')).toBeVisible()
  await dialog.getByLabel('Reason for the customer').fill('The lease\nis not signed yet.')
  await expect(dialog.getByLabel('Reason for the customer')).toHaveValue(
    'The lease is not signed yet.',
  )
  await page.evaluate(() =>
    globalThis.keyholderFake?.failNext('answerLocationRequest', 'request_over'),
  )
  await dialog.getByRole('button', { name: 'Refuse Luzern Bahnhof' }).click()
  // Its card may be gone, and the dialog with it: said beside the list.
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('was answered or taken back meanwhile')).toBeVisible()
  await page.getByRole('button', { name: 'Refuse Luzern Bahnhof' }).click()
  await dialog.getByLabel('Reason for the customer').fill('The lease is not signed yet.')
  await dialog.getByRole('button', { name: 'Refuse Luzern Bahnhof' }).click()
  await expect(page.getByRole('heading', { name: 'No request waits' })).toBeVisible()
})

test('c22 a recovery waits in sight, and the link goes when the time is over', async ({ app }) => {
  const { page } = app
  await page.clock.setFixedTime(NOON)
  await app.open('/provider/customers/customer-1?tab=recoveries', { as: OPERATOR })
  await expect(page.getByRole('heading', { name: 'No recovery so far' })).toBeVisible()
  await page.getByRole('button', { name: 'Start a recovery' }).click()
  const dialog = page.getByRole('dialog', { name: 'Start a recovery' })
  await expect(dialog.getByText('every administrator of the customer is told')).toBeVisible()
  await dialog.getByLabel('Sign-in name of the administrator').fill(SOFIA)
  await dialog.getByLabel('Reason', { exact: true }).fill('Phone and password lost')
  await dialog.getByLabel('How the person was recognised').fill('Passport')
  const start = dialog.getByRole('button', { name: 'Start recovery and tell everybody' })
  await start.click()
  await expect(dialog.getByText('No administrator of this customer has this')).toBeVisible()
  await app.expectAccessible()
  await dialog.getByLabel('Sign-in name of the administrator').fill(MARIA)
  await start.click()
  await expect(dialog).toHaveCount(0)
  const card = page.getByRole('list', { name: 'Recoveries' }).getByRole('listitem')
  await expect(card).toContainText('Waiting time runs')
  await expect(card).toContainText('The link can be sent in 72 hours, from 18 Jun 2026, 12:00')
  const send = card.getByRole('button', { name: `Send the link to ${MARIA}` })
  await expect(send).toHaveAccessibleDescription(/can be sent from 18 Jun 2026, 12:00/)
  await app.expectAccessible()

  await page.clock.setFixedTime(new Date(NOON.getTime() + 72 * 3_600_000))
  await page.getByRole('tab', { name: 'Facts' }).click()
  await page.getByRole('tab', { name: 'Recoveries' }).click()
  await expect(card).toContainText('Link can be sent')
  await send.click()
  await expect(card).toContainText('Link sent')
  await expect(card.getByRole('button')).toHaveCount(0)
})

test('c22 an objection and an operator stop a recovery, and the list says which', async ({
  app,
}) => {
  const { page } = app
  await app.open('/provider/customers/customer-1?tab=recoveries', { as: OPERATOR })
  const start = async () => {
    await page.getByRole('button', { name: 'Start a recovery' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Sign-in name of the administrator').fill(MARIA)
    await dialog.getByLabel('Reason', { exact: true }).fill('Lost')
    await dialog.getByLabel('How the person was recognised').fill('Passport')
    await page.keyboard.press('Shift+Tab')
    await dialog.getByRole('button', { name: 'Start recovery and tell everybody' }).click()
    await expect(dialog).toHaveCount(0)
  }
  await start()
  const cards = page.getByRole('list', { name: 'Recoveries' }).getByRole('listitem')
  const stop = cards.first().getByRole('button', { name: `Stop the recovery of ${MARIA}` })
  await page.evaluate(() => globalThis.keyholderFake?.objectToRecoveries())
  // What was shown is out of date: the refusal says so, and the list is read again.
  await stop.click()
  await expect(cards.first()).toContainText('This recovery was stopped')
  await expect(cards.first()).toContainText('Somebody who was told objected')
  await start()
  await expect(cards).toHaveCount(2)
  await stop.click()
  await expect(cards.first()).toContainText('An operator took it back')
})

test('c22 the recoveries of all customers are listed, open or over', async ({ app }) => {
  const { page } = app
  await app.open('/provider/recoveries', { as: OPERATOR })
  await expect(page.getByRole('heading', { name: 'No recovery is open' })).toBeVisible()
  await page.goto('/#/provider/customers/customer-1?tab=recoveries')
  await page.getByRole('button', { name: 'Start a recovery' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Sign-in name of the administrator').fill(MARIA)
  await dialog.getByLabel('Reason').fill('Phone lost')
  await dialog.getByLabel('How the person was recognised').fill('Passport')
  await dialog.getByRole('button', { name: 'Start recovery and tell everybody' }).click()
  await expect(dialog).toHaveCount(0)
  await page.getByRole('navigation').getByRole('link', { name: 'Recoveries' }).click()
  const cards = page.getByRole('list', { name: 'Recoveries' }).getByRole('listitem')
  await expect(cards).toHaveCount(1)
  await expect(cards.first()).toContainText('Waiting time runs')
  await app.expectAccessible()
  await cards
    .first()
    .getByRole('button', { name: /^Stop the recovery/ })
    .click()
  await expect(page.getByRole('heading', { name: 'No recovery is open' })).toBeVisible()
  await page.getByRole('tab', { name: 'Over' }).press('Enter')
  await expect(cards.first()).toContainText('Stopped')
  await app.expectAccessible()
  await cards
    .first()
    .getByRole('link', { name: /248113/ })
    .click()
  await expect(page.getByRole('tab', { name: 'Recoveries' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
})
