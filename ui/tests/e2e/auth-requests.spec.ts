import { expect, MARIA, test } from './support/app'

const FACTOR_PASSWORD = 'Twin-Lantern-58-Quiet'
const NUMBER = '483 920'

test('threat_31 a sign-in elsewhere is confirmed with the number that it shows', async ({
  app,
}) => {
  const { page, open } = app
  await open('/profile', { as: MARIA, factor: true })
  await page.getByRole('button', { name: 'Let this device confirm' }).click()
  await expect(page.getByText('This device confirms your sign-ins from now on.')).toBeVisible()
  await page.evaluate(() => globalThis.keyholderFake?.signInElsewhere())
  const asked = page.getByRole('alertdialog', { name: 'Are you signing in?' })
  await expect(asked.getByText('Notebook of the accountant')).toBeVisible()
  await expect(asked.getByText('192.0.2.44')).toBeVisible()
  await app.expectAccessible()
  const number = asked.getByLabel('Number that is shown there')
  await expect(number).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await expect(asked.getByText('Type all six digits.')).toBeVisible()
  await number.fill('111 111')
  await page.keyboard.press('Enter')
  await expect(asked.getByText(/This is not the right code/)).toBeVisible()
  await number.fill(NUMBER)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Confirmed. The sign-in goes on there.')).toBeVisible()
  await expect(asked).toBeHidden()
})

test('threat_31 "not me" stops it, and says what to do', async ({ app }) => {
  const { page, open } = app
  await open('/profile', { as: MARIA, factor: true })
  await page.getByRole('button', { name: 'Let this device confirm' }).click()
  await page.evaluate(() => globalThis.keyholderFake?.signInElsewhere())
  await page.getByRole('button', { name: 'Not me' }).click()
  const told = page.getByRole('dialog', { name: 'That sign-in is stopped' })
  await expect(told.getByText(/Somebody knows your password/)).toBeVisible()
  await app.expectAccessible()
  await told.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(page.getByText('You are signed out everywhere else.')).toBeVisible()
  await page.getByRole('button', { name: 'Remove Office PC' }).click()
  await expect(page.getByText('The device is not asked any more.')).toBeVisible()
})

test('threat_31 the side that signs in shows the number and goes on once it is confirmed', async ({
  app,
}) => {
  const { page, open } = app
  await open('/', { confirmed: true })
  await page.locator('input[name=name]').fill(MARIA)
  await page.locator('input[name=password]').fill(FACTOR_PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Ask my device' }).click()
  await expect(page.getByText(NUMBER)).toBeVisible()
  await app.expectAccessible()
  await expect(page.getByRole('banner')).toBeVisible({ timeout: 15_000 })
})

test('threat_31 a confirmation elsewhere says what it is for', async ({ app }) => {
  const { page, open } = app
  await open('/profile', { as: MARIA, factor: true })
  await page.getByRole('button', { name: 'Let this device confirm' }).click()
  await expect(page.getByText('This device confirms your sign-ins from now on.')).toBeVisible()
  await page.evaluate(() => globalThis.keyholderFake?.proveElsewhere())
  const asked = page.getByRole('alertdialog', { name: 'Do you confirm this?' })
  await expect(asked.getByText('Changing the roles of a user')).toBeVisible()
  await expect(asked.getByText('Anna Berger')).toBeVisible()
  await expect(asked.getByText('Nordlicht Cafés GmbH')).toBeVisible()
  await app.expectAccessible()
  await asked.getByLabel('Number that is shown there').fill(NUMBER)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Confirmed. It goes on there.')).toBeVisible()
})

test('threat_31 where nobody tells of a request, it is asked for', async ({ app }) => {
  const { page, open } = app
  await open('/profile', { as: MARIA, factor: true })
  await page.evaluate(() => globalThis.keyholderFake?.tellNobody())
  await page.getByRole('button', { name: 'Let this device confirm' }).click()
  await expect(page.getByText('This device confirms your sign-ins from now on.')).toBeVisible()
  await page.evaluate(() => globalThis.keyholderFake?.signInElsewhere())
  const asked = page.getByRole('alertdialog', { name: 'Are you signing in?' })
  await expect(asked).toBeVisible({ timeout: 10_000 })
})

test('s087 whoever reports a leak is told which devices confirm, and may keep them', async ({
  app,
}) => {
  const { page, open } = app
  await open('/profile', { as: MARIA, factor: true })
  await page.getByRole('button', { name: 'Let this device confirm' }).click()
  await expect(page.getByText('This device confirms your sign-ins from now on.')).toBeVisible()
  await page.getByRole('button', { name: 'I think my password leaked' }).click()
  const dialog = page.getByRole('dialog', { name: 'I think my password leaked' })
  const ends = dialog.getByText('no device confirms your sign-ins any more,')
  await expect(ends).toBeVisible()
  const keep = dialog.getByRole('checkbox', { name: /go on confirming/ })
  await expect(keep).not.toBeChecked()
  await expect(dialog.getByText('Only if you know all of these: Office PC')).toBeVisible()
  await app.expectAccessible()
  await keep.press('Space')
  await expect(ends).toBeHidden()
})
