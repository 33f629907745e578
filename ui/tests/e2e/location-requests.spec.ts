import { expect, MARIA, SETTINGS, SOFIA, test } from './support/app'

const AYLIN = 'aylin.yilmaz@alpenkiosk.example'

test('s068 l07 a location is asked for, with every error at its field, and taken back', async ({
  app,
}) => {
  const { page } = app
  await app.open('/locations', { as: MARIA })
  await page.getByRole('list', { name: 'What was asked for' }).waitFor()
  await page.keyboard.press('l')
  const dialog = page.getByRole('dialog', { name: 'Request a location' })
  await expect(dialog.getByText('then sets the location up or says why not')).toBeVisible()
  await app.expectAccessible()
  // From the keyboard alone: the first field has the focus, and Enter sends.
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await dialog.getByLabel('Website').fill('no website')
  await dialog.getByLabel('Point of sale').fill('99')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Fill this in.')).toBeVisible()
  await expect(dialog.getByText('This does not have the expected form.')).toBeVisible()
  await expect(dialog.getByText('Choose a number from 1 to 50.')).toBeVisible()
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await app.expectAccessible()

  await dialog.getByLabel('Name').fill('Pier 7')
  await dialog.getByLabel('Street and number').fill('Seestrasse 7')
  await dialog.getByLabel('Postcode').fill('8280')
  await dialog.getByLabel('City').fill('Kreuzlingen')
  await dialog.getByRole('combobox', { name: 'Country' }).fill('Switz')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('combobox', { name: 'Country' })).toHaveValue('Switzerland')
  await dialog.getByLabel('Website').fill('')
  await dialog.getByLabel('Point of sale').fill('2')
  await dialog.getByLabel('What else the provider should know').fill('Opens in May.')
  await dialog.getByRole('button', { name: 'Send request' }).click()
  await expect(dialog).toHaveCount(0)
  const asked = page.getByRole('list', { name: 'What was asked for' }).getByRole('listitem')
  const card = asked.filter({ hasText: 'Pier 7' })
  await expect(card).toContainText('Waiting')
  await expect(card).toContainText('Seestrasse 7 · 8280 Kreuzlingen · CH')
  await expect(card).toContainText('2 × Point of sale')
  await expect(card).toContainText('Maria Keller asked')
  await card.getByRole('button', { name: 'Take back the request for Pier 7' }).click()
  await expect(card).toContainText('Taken back')
  await expect(card.getByRole('button')).toHaveCount(0)
})

test('l07 what became of a request is said, with the reason of a refusal', async ({ app }) => {
  const { page } = app
  await app.open('/locations', { as: MARIA })
  const asked = page.getByRole('list', { name: 'What was asked for' }).getByRole('listitem')
  await expect(asked.first()).toContainText('Luzern Bahnhof')
  await expect(asked.first()).toContainText('Waiting')
  const refused = asked.filter({ hasText: 'Christmas market' })
  await expect(refused).toContainText('Refused')
  await expect(refused).toContainText('The payment provider says: Stalls are not covered')
  // What was answered long ago is out of the way until somebody asks for it.
  await expect(asked).toHaveCount(2)
  await page.getByRole('button', { name: 'Show earlier requests' }).click()
  await expect(asked.filter({ hasText: 'Winterthur' })).toContainText('Set up')
})

test('l07 answered meanwhile, taking back says so and the list is read again', async ({ app }) => {
  const { page } = app
  await app.open('/locations', { as: MARIA })
  const card = page.getByRole('listitem').filter({ hasText: 'Luzern Bahnhof' })
  await card.waitFor()
  await page.evaluate(() =>
    globalThis.keyholderFake?.failNext('withdrawLocationRequest', 'request_over'),
  )
  await card.getByRole('button', { name: /^Take back/ }).click()
  await expect(card.getByRole('alert')).toContainText('was answered or taken back meanwhile')
  await page.evaluate(() => globalThis.keyholderFake?.setOnline(false))
  await expect(card.getByRole('button', { name: /^Take back/ })).toHaveAccessibleDescription(
    /There is no connection/,
  )
})

test('s068 l07 who may not ask for a location reads why, and who can help', async ({ app }) => {
  const { page } = app
  await app.open('/locations', { as: SOFIA })
  const request = page.getByRole('button', { name: 'Request a location' })
  await expect(request).toHaveAccessibleDescription(
    /needs the permission “.*”\. .*Maria Keller.* can give it to you/,
  )
  await request.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('list', { name: 'What was asked for' })).toHaveCount(0)
  await page.keyboard.press('l')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('s068 l07 whoever is limited to locations asks for none', async ({ app }) => {
  const { page } = app
  await app.open('/locations', { as: AYLIN })
  await expect(
    page.getByRole('button', { name: 'Request a location' }),
  ).toHaveAccessibleDescription(/Maria Keller/)
  await expect(page.getByRole('list', { name: 'What was asked for' })).toHaveCount(0)
})

test('l07 the palette leads to the request, from any screen', async ({ app }) => {
  const { page } = app
  await app.open('/users', { as: MARIA })
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('request a loc')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Request a location' })).toBeVisible()
})

for (const { name, colorScheme, language, width, height } of SETTINGS) {
  test.describe(name, () => {
    test.use({ colorScheme, viewport: { width, height } })
    test('the requests and their dialog hold', async ({ app }) => {
      const { page } = app
      await app.open('/locations', { as: MARIA, preferences: { language } })
      await page.getByRole('heading', { name: 'Luzern Bahnhof' }).waitFor()
      await app.expectAccessible()
      await page.keyboard.press('l')
      await page.getByRole('dialog').waitFor()
      await app.expectAccessible()
    })
  })
}
