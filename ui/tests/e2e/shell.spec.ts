import { expect, MARIA, SETTINGS, SOFIA, test, textsOf } from './support/app'

for (const { name, colorScheme, language, width, height } of SETTINGS) {
  test.describe(name, () => {
    test.use({ colorScheme, viewport: { width, height } })

    test('the shell, its menus and the palette are accessible', async ({ app }) => {
      const { page } = app
      await app.open('/about', { as: MARIA, preferences: { language } })
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await app.expectAccessible()
      await page.getByRole('button', { name: 'Maria Keller' }).click()
      await expect(page.getByRole('menu')).toBeVisible()
      await app.expectAccessible()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+k')
      await expect(page.getByRole('searchbox')).toBeFocused()
      await app.expectAccessible()
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog')).toBeVisible()
      await app.expectAccessible()
    })

    test('the header names user, customer, mode and connection', async ({
      app: { page, open },
    }) => {
      await open('/about', { as: MARIA, preferences: { language } })
      const header = page.getByRole('banner')
      await expect(header.getByText('Maria Keller')).toBeVisible()
      await expect(header.getByText('248113')).toBeVisible()
      await expect(header.getByText('alpenkiosk')).toBeVisible()
      await expect(header.getByText({ en: 'Live', de: 'Live', fr: 'Réel' }[language])).toBeVisible()
      await expect(
        header.getByText({ en: 'Connected', de: 'Verbunden', fr: 'Connecté' }[language]),
      ).toBeVisible()
    })
  })
}

test('s002 s004 s005 users are reached from the rail, the cogwheel and the palette', async ({
  app: { page, open },
}) => {
  await open('/about', { as: MARIA })
  const users = page.getByRole('heading', { name: 'Users', level: 1 })
  await page.getByRole('navigation').getByRole('link', { name: 'Users' }).click()
  await expect(users).toBeVisible()
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('menuitem', { name: 'About and trust' }).click()
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('menuitem', { name: 'Users' }).click()
  await expect(users).toBeVisible()
  await page.goto('/#/about')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('users')
  await page.getByRole('menuitem', { name: 'Users', exact: true }).click()
  await expect(users).toBeVisible()
})

test('s002 s003 what one may not open is absent, and its address says what is missing', async ({
  app: { page, open },
}) => {
  await open('/users', { as: SOFIA })
  await expect(page.getByText('This needs the permission “View users”')).toBeVisible()
  // What a cashier may see is all that is there.
  await expect(page.getByRole('navigation').getByRole('link')).toHaveText(['Locations'])
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect(page.getByRole('menuitem', { name: 'Users' })).toHaveCount(0)
})

test('the palette shows what one may not do, with the missing permission', async ({
  app: { page, open },
}) => {
  await open('/', { as: SOFIA })
  await page.keyboard.press('Control+k')
  const add = page.getByRole('menuitem', { name: 'Add a user' })
  await expect(add).toBeDisabled()
  await expect(add).toContainText('Manage users')
})

test('the palette finds a user through the service and opens the details', async ({
  app: { page, open },
}) => {
  await open('/about', { as: MARIA })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('anna')
  await page.getByRole('menuitem', { name: /Anna Frei/ }).click()
  await expect(page).toHaveURL(/#\/users\/.+/)
  await expect(page.getByRole('region', { name: 'Anna Frei' })).toBeVisible()
})

test('the palette runs with arrows and Enter, and gives the focus back', async ({
  app: { page, open },
}) => {
  await open('/about', { as: MARIA })
  const copy = page.getByRole('button', { name: 'Copy details' })
  await copy.focus()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(copy).toBeFocused()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(copy).toBeFocused()
})

test('nothing found says what was searched', async ({ app: { page, open } }) => {
  await open('/about', { as: MARIA })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('qqqq')
  await expect(page.getByText('Nothing found for “qqqq”')).toBeVisible()
})

test('an action of another screen leads there and is done', async ({ app: { page, open } }) => {
  await open('/about', { as: MARIA })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('add a user')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/users/)
  await expect(page.getByRole('dialog')).toBeVisible()
})

test('letters typed into a field are no shortcuts', async ({ app: { page, open } }) => {
  await open('/users', { as: MARIA })
  const search = page.getByRole('searchbox')
  await search.focus()
  await page.keyboard.type('?a')
  await expect(search).toHaveValue('?a')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('s099 s101 s103 changing the customer changes the header and the frame', async ({
  app: { page, open },
}) => {
  await open('/about', { as: MARIA })
  await page.getByRole('button', { name: /248113/ }).click()
  await page.getByRole('button', { name: 'Change to 900417' }).click()
  await expect(page.getByRole('banner').getByText('900417')).toBeVisible()
  await expect(page.locator('[data-mode=test]').first()).toBeVisible()
  const border = await page
    .locator('[data-mode=test]')
    .first()
    .evaluate((shell) => getComputedStyle(shell, '::after').borderTopWidth)
  expect(border).toBe('3px')
})

test('offline is said at once, also aloud, with the age of what is shown', async ({
  app: { page, open },
}) => {
  await open('/users', { as: MARIA })
  await expect(page.getByRole('row', { name: /Mia Baumann/ })).toBeVisible()
  await page.evaluate(() => globalThis.keyholderFake?.setOnline(false))
  await expect(page.getByText(/Offline, as of \d\d:\d\d/)).toBeVisible()
  await expect(
    page.getByRole('status').filter({ hasText: 'You can keep reading what was already loaded' }),
  ).toHaveCount(1)
  await expect(page.getByRole('row', { name: /Mia Baumann/ })).toBeVisible()
})

test('an unknown address says so', async ({ app: { page, open } }) => {
  await open('/nowhere', { as: MARIA })
  await expect(page.getByRole('heading', { name: 'There is no such screen' })).toBeVisible()
})

test('the first Tab leads past the rail to the content', async ({ app: { page, open } }) => {
  await open('/about', { as: MARIA })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('details of the installation can be copied', async ({ app: { page, open } }) => {
  await open('/about', { as: MARIA })
  await page.getByRole('button', { name: 'Copy details' }).click()
  await expect(page.getByText('Details copied')).toBeVisible()
  const [copied] = await page.evaluate(() => globalThis.keyholderFake?.copied ?? [])
  expect(copied).toContain('https://id.example.com')
})

test('targets are at least 24 pixels wide and high', async ({ app: { page, open } }) => {
  await open('/users', { as: MARIA })
  await expect(page.getByRole('row', { name: /Anna Frei/ })).toBeVisible()
  const small = await page
    .locator('button:visible, a:visible, input:visible, [role=checkbox]:visible')
    .evaluateAll((targets) =>
      targets
        .map((target) => ({
          target,
          box: (target.closest('label') ?? target).getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
        .map(({ target }) => target.outerHTML.slice(0, 120)),
    )
  expect(small).toEqual([])
})

test('every word of the shell comes from the catalogues', async ({ app: { page, open } }) => {
  await open('/about', { as: MARIA })
  await page.goto('/?pseudo#/about')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const data = [
    'Maria Keller',
    MARIA,
    '248113',
    'alpenkiosk',
    'Alpenkiosk AG',
    'https://id.example.com',
    '0.1.0',
    'Secret Service',
    /English|Deutsch|Français|Ctrl K|Esc|Enter/,
  ]
  const plain = async () =>
    (await textsOf(page.locator('body'), data)).filter((text) => /[a-z]/.test(text))
  expect(await plain()).toEqual([])
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('searchbox')).toBeFocused()
  expect(await plain()).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await plain()).toEqual([])
})

test('with more contrast the shell is accessible', async ({ app, page }) => {
  await page.emulateMedia({ contrast: 'more' })
  await app.open('/about', { as: MARIA })
  await app.expectAccessible()
})

test('with colours of the system the parts stay told apart by lines', async ({
  app: { page, open },
}) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await open('/users', { as: MARIA })
  const { rail, current } = await page.getByRole('navigation').evaluate((element) => ({
    rail: getComputedStyle(element).borderRightWidth,
    current: getComputedStyle(element.querySelector('[aria-current]') ?? element).outlineStyle,
  }))
  expect(rail).toBe('1px')
  expect(current).toBe('solid')
})

test('letters are shortcuts while a toast is shown', async ({ app: { page, open } }) => {
  await open('/users/user-000004', { as: MARIA })
  await page.getByRole('button', { name: 'Deactivate', exact: true }).click()
  const toast = page.getByRole('alertdialog')
  await expect(toast).toBeVisible()
  await page.keyboard.press('a')
  await expect(page.getByRole('dialog', { name: 'Add users' })).toBeVisible()
})
