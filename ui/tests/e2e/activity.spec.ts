import { expect, MARIA, SETTINGS, SOFIA, test } from './support/app'
import { NOON } from './support/users'

for (const { name, colorScheme, language, width, height } of SETTINGS) {
  test(`activity and home hold in ${name}`, async ({ app, page }) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height })
    await page.clock.setFixedTime(NOON)
    const look = { as: MARIA, preferences: { language } } as const
    await app.open('/activity', look)
    await expect(page.getByRole('grid').getByRole('row').nth(3)).toBeVisible()
    await app.expectAccessible()
    await page.goto('/#/home')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Maria')
    await expect(page.getByRole('figure')).toBeVisible()
    await app.expectAccessible()
  })
}

test('a change is told in a sentence, with before and after, and in full beside the list', async ({
  app: { page, open },
}) => {
  await page.clock.setFixedTime(NOON)
  await open('/activity?action=%5B%22user_created%22%5D', { as: MARIA })
  const first = page
    .getByRole('grid', { name: 'Activity' })
    .getByRole('row', { name: /added/ })
    .first()
  await expect(first).toContainText('Maria Keller added')
  await expect(first).toContainText('Roles:')
  await first.click()
  const panel = page.getByRole('region', { name: 'User added' })
  await expect(panel).toContainText('192.0.2.17')
  await expect(panel).toContainText('Front desk')
  await panel.getByRole('button', { name: 'Close' }).click()
  await expect(panel).toHaveCount(0)
})

test('the chain is said to be checked, and how far', async ({ app: { page, open } }) => {
  await open('/activity', { as: MARIA })
  await expect(page.getByText(/Chain verified up to entry [\d,]+/)).toBeVisible()
})

test('from a user to everything about them, narrowed by what was done', async ({
  app: { page, open },
}) => {
  await page.clock.setFixedTime(NOON)
  await open('/users', { as: MARIA })
  await page
    .getByRole('grid')
    .getByRole('row', { name: /Nadia Benali/ })
    .click()
  await page.getByRole('tab', { name: 'Activity' }).click()
  await page.getByRole('link', { name: 'Show all activity' }).click()
  await expect(page).toHaveURL(/#\/activity\?about=/)
  const rows = page.getByRole('grid', { name: 'Activity' }).getByRole('row')
  await expect(rows.nth(2)).toContainText('Nadia Benali')
  await page.getByRole('button', { name: 'What', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Signed in' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  await expect(rows.nth(1)).toContainText('Nadia Benali signed in')
})

test('a range of days narrows the list and the export, the last day included', async ({
  app: { page, open, expectAccessible },
}) => {
  await page.clock.setFixedTime(NOON)
  await open('/activity', { as: MARIA })
  await page.getByRole('button', { name: 'Any time' }).click()
  await page.getByRole('menuitemradio', { name: 'Between two days' }).click()
  const range = page.getByRole('group', { name: 'Between two days' })
  const part = (field: string, name: string) =>
    range.getByRole('group', { name: field }).getByRole('spinbutton', { name: new RegExp(name) })
  await expect(part('From', 'day')).toHaveText('08')
  await part('From', 'day').click()
  await page.keyboard.type('01062026')
  await part('To', 'day').click()
  await page.keyboard.type('10062026')
  await expect(page).toHaveURL(
    /from=%222026-06-01%22&to=%222026-06-10%22|from=2026-06-01&to=2026-06-10/,
  )
  const times = page.getByRole('grid', { name: 'Activity' }).locator('time')
  await expect(times.first()).toBeVisible()
  const days = await times.evaluateAll((all) =>
    all.map((time) => time.getAttribute('datetime') ?? ''),
  )
  expect(days.every((day) => day >= '2026-05-31T12' && day < '2026-06-11T12')).toBe(true)
  await expectAccessible()
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'Table (CSV)' }).click()
  await expect(page.getByText('Saved as keyholder-activity.csv')).toBeVisible()
  const exported = await page.evaluate(() => globalThis.keyholderFake?.exported.at(-1))
  expect(Date.parse(exported?.until ?? '') - Date.parse(exported?.from ?? '')).toBe(10 * 86_400_000)
  // Backwards says so, and the list stays.
  await part('To', 'day').click()
  await page.keyboard.type('01052026')
  await expect(range).toContainText('The last day comes before the first one.')
  await expect(page).not.toHaveURL(/2026-05-01/)
})

test('an export says what the file is called and where it lies', async ({
  app: { page, open },
}) => {
  await open('/activity', { as: MARIA })
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'Table (CSV)' }).click()
  await expect(page.getByText('Saved as keyholder-activity.csv in your downloads.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Show folder' })).toBeVisible()
})

test('a log that cannot be read says so and can be read again', async ({ app: { page, open } }) => {
  await open('/about', { as: MARIA })
  await page.evaluate(() => {
    globalThis.keyholderFake?.failNext('listAuditEvents', 'internal', {})
  })
  await page.goto('/#/activity')
  await expect(page.getByText('The activity could not be loaded')).toBeVisible()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('grid').getByRole('row').nth(2)).toBeVisible()
})

test('s002 s003 activity and home are absent for who may not, and their addresses say what is missing', async ({
  app: { page, open },
}) => {
  await open('/activity', { as: SOFIA })
  await expect(page.getByText('This needs the permission')).toBeVisible()
  await page.goto('/#/home')
  await expect(page.getByText('This needs the permission')).toBeVisible()
  await expect(page.getByRole('navigation').getByRole('link')).toHaveText(['Locations'])
})

test('s004 s005 c17 activity is reached from the rail, the cogwheel and the palette', async ({
  app: { page, open },
}) => {
  const activity = page.getByRole('heading', { name: 'Activity', level: 1 })
  await open('/about', { as: MARIA })
  await page.getByRole('navigation').getByRole('link', { name: 'Activity' }).click()
  await expect(activity).toBeVisible()
  await page.goto('/#/about')
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('menuitem', { name: 'Activity' }).click()
  await expect(activity).toBeVisible()
  await page.goto('/#/about')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('activity')
  await page.getByRole('menuitem', { name: 'Activity', exact: true }).click()
  await expect(activity).toBeVisible()
})

test('the owner lands on a home that leads to who needs attention', async ({
  app: { page, open },
}) => {
  await page.clock.setFixedTime(NOON)
  await open('/', { as: MARIA })
  await expect(page).toHaveURL(/#\/home$/)
  await page
    .getByRole('link', { name: /Locked/ })
    .first()
    .click()
  await expect(page).toHaveURL(/#\/users\?status=/)
  await expect(page.getByRole('grid').getByRole('row').nth(2)).toContainText('Locked')
  await page.goto('/#/home')
  await page.getByRole('link', { name: 'Add users' }).click()
  await expect(page.getByRole('dialog', { name: 'Add users' })).toBeVisible()
})
