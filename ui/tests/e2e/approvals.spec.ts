import { AYLIN, expect, MARIA, SETTINGS, test } from './support/app'

const THOMAS_ASKS = { as: MARIA, approval: true }

test('l01 a second administrator sees who asks for what, and agrees', async ({ app }) => {
  const { page } = app
  await app.open('/home', THOMAS_ASKS)
  const main = page.getByRole('main')
  await main.getByRole('link', { name: /1 change waits for you/ }).click()
  await expect(page.getByRole('heading', { name: 'Approvals', level: 1 })).toBeVisible()
  const card = page.getByRole('listitem').filter({ hasText: 'asks for another access' }).first()
  await expect(card).toContainText(/loses|Lost are/)
  await app.expectAccessible()
  await card.getByRole('button', { name: /^Agree/ }).click()
  await expect(page.getByText('Agreed to', { exact: false }).first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Answered lately' })).toBeVisible()
  await expect(page.getByText('Granted', { exact: true })).toBeVisible()
})

test('l01 somebody asks for another access of their own, and takes it back', async ({ app }) => {
  const { page } = app
  await app.open('/users/user-000000', { as: MARIA })
  await page.getByRole('button', { name: 'Ask for other access' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ask for other access' })
  await dialog.getByRole('checkbox', { name: /^Merchant administrator/ }).uncheck({ force: true })
  await dialog.getByRole('checkbox', { name: /^Auditor/ }).check({ force: true })
  await expect(dialog.getByText(/Lost are|loses/)).toBeVisible()
  await app.expectAccessible()
  await dialog.getByRole('button', { name: 'Ask a second administrator' }).click()
  await page.goto('/#/approvals')
  await page.getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByText('Withdrawn', { exact: true })).toBeVisible()
  await expect(page.getByText('Nothing waits for a second administrator')).toBeVisible()
})

test('l01 somebody asks for other locations of their own, by the keyboard', async ({ app }) => {
  const { page } = app
  await app.open('/users/user-000002', { as: AYLIN })
  await page.getByRole('button', { name: 'Ask for other locations' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Ask for other locations' })
  const send = dialog.getByRole('button', { name: 'Ask a second administrator' })
  await expect(send).toHaveAttribute('aria-disabled', 'true')
  await dialog.getByRole('radio', { name: /^Only these locations/ }).press('ArrowUp')
  await expect(dialog.getByText(/gains every location/)).toBeVisible()
  await app.expectAccessible()
  await send.press('Enter')
  await page.goto('/#/approvals')
  const card = page.getByRole('listitem').filter({ hasText: 'asks for other locations' }).first()
  await expect(card).toContainText('Aylin Yılmaz would reach: All locations.')
  await app.expectAccessible()
  await card.getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByText('Withdrawn', { exact: true })).toBeVisible()
})

test('l01 a second administrator reads which locations somebody asks for', async ({ app }) => {
  const { page } = app
  await app.open('/approvals', { as: MARIA, approval: 'own_locations' })
  const card = page.getByRole('listitem').filter({ hasText: 'asks for other locations' }).first()
  await expect(card).toContainText(/Aylin Yılmaz would reach: \w/)
  await card.getByRole('button', { name: /^Agree/ }).click()
  await expect(page.getByText('Granted', { exact: true })).toBeVisible()
})

test('s069 l01 whoever manages administrators reaches every location', async ({ app }) => {
  const { page } = app
  await app.open('/users/user-000000', { as: MARIA })
  const ask = page.getByRole('button', { name: 'Ask for other locations' })
  await expect(ask).toHaveAttribute('aria-disabled', 'true')
  await expect(ask).toHaveAccessibleDescription(/reaches every location/)
})

test('l02 a dead mailbox is given another address by two administrators', async ({ app }) => {
  const { page } = app
  await app.open('/users/user-000003', { as: MARIA })
  await page.getByRole('tab', { name: 'Security' }).click()
  await page.getByRole('button', { name: 'Mailbox cannot be reached' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('New e-mail address').fill('nobody')
  await page.keyboard.press('Enter')
  await expect(
    dialog.getByText('This is not a complete e-mail address', { exact: false }),
  ).toBeVisible()
  await dialog.getByLabel('New e-mail address').fill('alive@alpenkiosk.example')
  await page.keyboard.press('Enter')
  await page.goto('/#/approvals')
  await expect(page.getByText('alive@alpenkiosk.example', { exact: false })).toBeVisible()
})

for (const setting of SETTINGS.filter(({ name }) => ['dark', 'German', '360 px'].includes(name))) {
  test.describe(setting.name, () => {
    test.use({
      colorScheme: setting.colorScheme,
      viewport: { width: setting.width, height: setting.height },
    })
    test('the approvals hold', async ({ app }) => {
      await app.open('/approvals', {
        ...THOMAS_ASKS,
        preferences: { language: setting.language },
      })
      await app.page.getByRole('listitem').last().waitFor()
      await app.expectAccessible()
    })
  })
}

test('what one administrator asks for several people is agreed to after reading it at once', async ({
  app,
}) => {
  const { page } = app
  await app.open('/approvals', { as: MARIA, approval: 'several' })
  const cards = page.getByRole('listitem').filter({ hasText: 'Critical rights for' })
  await expect(cards).toHaveCount(3)
  await page.getByRole('button', { name: /^Agree to all 3 of / }).press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('listitem')).toHaveCount(3)
  await expect(dialog).toContainText('would have: Finance.')
  await app.expectAccessible()
  // One of them has another role by now: nobody agreed to that, and the others are done.
  await page.evaluate(() => {
    const state = 'overtaken'
    globalThis.keyholderFake?.failNext('grantPendingChange', 'change_ended', { state })
  })
  await dialog.getByRole('button', { name: 'Agree to these 3 changes' }).click()
  await expect(page.getByText('Agreed to 2 changes')).toBeVisible()
  await expect(page.getByText('1 change was not agreed to')).toBeVisible()
  await expect(cards.filter({ hasText: 'Waiting' })).toHaveCount(1)
  await app.expectAccessible()
})
