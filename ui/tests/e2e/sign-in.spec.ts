import { expect, MARIA, PASSWORD, SETTINGS, test, textsOf } from './support/app'

for (const { name, colorScheme, language, width, height } of SETTINGS) {
  test.describe(name, () => {
    test.use({ colorScheme, viewport: { width, height } })

    test('connecting is accessible', async ({ app }) => {
      await app.open('/', { serverUrl: null, preferences: { language } })
      await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible()
      await app.expectAccessible()
    })

    test('signing in is accessible, also with a warning and an error', async ({ app }) => {
      await app.open('/', {
        preferences: { language },
        keyStorage: { kind: 'memory', name: '', problem: 'no_service' },
      })
      await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible()
      await app.expectAccessible()
      await app.page.locator('input[name=name]').fill(MARIA)
      await app.page.locator('input[name=password]').fill('wrong')
      await app.page.keyboard.press('Enter')
      await expect(app.page.getByRole('alert')).toBeVisible()
      await app.expectAccessible()
    })
  })
}

test('the first start asks for the address, says what is wrong with it, and remembers it', async ({
  app: { page, open },
}) => {
  await open('/', { serverUrl: null })
  const address = page.getByLabel('Address of the service')
  await expect(address).toBeFocused()

  await page.keyboard.press('Enter')
  await expect(page.getByText('Fill this in')).toBeVisible()
  await address.fill('http://id.example.com')
  await page.keyboard.press('Enter')
  await expect(page.getByText('the connection would not be private')).toBeVisible()
  await address.fill('nonsense')
  await page.keyboard.press('Enter')
  await expect(page.getByText('This is not the address of a service')).toBeVisible()
  await address.fill('nobody.example.com')
  await page.keyboard.press('Enter')
  await expect(page.getByText('No service answers at this address')).toBeVisible()

  await address.fill('id.example.com')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByText('id.example.com')).toBeVisible()
})

test('the address can be changed, and kept after all', async ({ app: { page, open } }) => {
  await open()
  await page.getByRole('button', { name: 'Change' }).click()
  await expect(page.getByLabel('Address of the service')).toHaveValue('https://id.example.com')
  await page.getByRole('button', { name: 'Keep the address as it was' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('wrong name and wrong password get the same answer, which tells of the lock', async ({
  app: { page, open },
}) => {
  await open()
  const answers: string[] = []
  for (const name of [MARIA, 'nobody@alpenkiosk.example']) {
    await page.locator('input[name=name]').fill(name)
    await page.locator('input[name=password]').fill('wrong')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('alert')).toContainText('locked for 30 minutes')
    answers.push((await page.getByRole('alert').textContent()) ?? '')
    await expect(page.locator('input[name=password]')).toBeFocused()
    await expect(page.locator('input[name=password]')).toHaveValue('')
  }
  expect(answers[0]).toBe(answers[1])
})

test('empty fields are named, and nothing is sent', async ({ app: { page, open } }) => {
  await open()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Fill this in')).toHaveCount(2)
  await expect(page.locator('input[name=name]')).toBeFocused()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('one signs in with the keyboard alone, pasting the password', async ({
  app: { page, open },
}) => {
  await open()
  await expect(page.locator('input[name=name]')).toBeFocused()
  await expect(page.locator('input[name=name]')).toHaveAttribute('autocomplete', 'username')
  await expect(page.locator('input[name=password]')).toHaveAttribute(
    'autocomplete',
    'current-password',
  )
  await page.keyboard.type(MARIA)
  await page.keyboard.press('Tab')
  await page.keyboard.insertText(PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Maria Keller' })).toBeVisible()
})

test('while the service answers, the button is busy, keeps its place and takes no second press', async ({
  app: { page, open },
}) => {
  await open()
  await page.evaluate(() => globalThis.keyholderFake?.setLatency(600_000))
  await page.locator('input[name=name]').fill(MARIA)
  await page.locator('input[name=password]').fill(PASSWORD)
  const button = page.getByRole('button', { name: 'Sign in' })
  const before = await button.boundingBox()
  await button.click()
  await expect(button).toHaveAttribute('data-pending', 'true')
  expect(await button.boundingBox()).toEqual(before)
  await expect(button).toBeFocused()
})

test('the password can be shown and hidden again', async ({ app: { page, open } }) => {
  await open()
  const password = page.locator('input[name=password]')
  await password.fill('visible?')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(password).toHaveAttribute('type', 'text')
  await page.getByRole('button', { name: 'Hide' }).click()
  await expect(password).toHaveAttribute('type', 'password')
})

test('the language can be chosen before one is in', async ({ app: { page, open } }) => {
  await open()
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click()
  await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  expect(await page.evaluate(() => globalThis.keyholderFake?.preferences().language)).toBe('de')
})

test('a missing keychain is said in plain words with its effect', async ({
  app: { page, open },
}) => {
  await open('/', { keyStorage: { kind: 'memory', name: '', problem: 'locked' } })
  await expect(page.getByText('The keychain is locked', { exact: true })).toBeVisible()
  await expect(page.getByText('No keychain on this computer')).toHaveCount(0)
  await expect(page.getByText('The keychain is locked. Unlock it')).toBeVisible()
  await expect(page.getByText('You stay signed in until you close Keyholder.')).toBeVisible()
})

test('when the service ends the session, one is told why and can sign in again', async ({
  app: { page, open },
}) => {
  await open('/about', { as: MARIA })
  await expect(page.getByRole('heading', { name: 'About and trust' })).toBeVisible()
  await page.evaluate(() => globalThis.keyholderFake?.endSession('refresh_reused'))
  await expect(page.getByText('Your session was ended to protect you')).toBeVisible()
  await expect(page.locator('input[name=name]')).toBeFocused()
})

test('a wait after wrong codes counts down, and holds the button', async ({
  app: { page, open },
}) => {
  await page.clock.install()
  await open()
  await page.locator('input[name=name]').fill(MARIA)
  await page.locator('input[name=password]').fill('Twin-Lantern-58-Quiet')
  await page.keyboard.press('Enter')
  await page.locator('input[name=code]').fill('000000')
  await page.evaluate(() =>
    globalThis.keyholderFake?.failNext('showSecondFactor', 'too_many_requests', {
      retry_after: '751',
    }),
  )
  await page.keyboard.press('Enter')
  await expect(page.getByRole('paragraph').filter({ hasText: 'Try again in 12:31.' })).toBeVisible()
  const button = page.getByRole('button', { name: 'Sign in', exact: true })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await page.clock.runFor(751_000)
  await expect(button).not.toHaveAttribute('aria-disabled', 'true')
  await page.locator('input[name=code]').fill('123 456')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Maria Keller' })).toBeVisible()
})

test('s027 who has no app types the mailed code, pasted with its space', async ({
  app: { page, open },
}) => {
  await page.clock.install()
  await open()
  await page.locator('input[name=name]').fill(MARIA)
  await page.locator('input[name=password]').fill('Fourth-Lantern-58-Quiet')
  await page.keyboard.press('Enter')
  await expect(page.getByText('We have sent a code to a•••@s•••.example.')).toBeVisible()
  const code = page.locator('input[name=code]')
  await expect(code).toBeFocused()
  await expect(code).toHaveAttribute('inputmode', 'numeric')
  await expect(code).toHaveAttribute('autocomplete', 'one-time-code')
  await page.keyboard.insertText('000 000')
  await page.keyboard.press('Enter')
  await expect(code).toHaveAttribute('aria-invalid', 'true')
  await code.fill('123 456')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Maria Keller' })).toBeVisible()
})

test('s027 another code is sent after a wait that grows, and no more than four', async ({
  app: { page, open },
}) => {
  await page.clock.install()
  await open()
  await page.locator('input[name=name]').fill(MARIA)
  await page.locator('input[name=password]').fill('Fourth-Lantern-58-Quiet')
  await page.keyboard.press('Enter')
  const another = page.getByRole('button', { name: 'Send another code' })
  for (const [wait, seconds] of [
    ['1:00', 60],
    ['2:00', 120],
    ['4:00', 240],
  ] as const) {
    await expect(another).toHaveAttribute('aria-disabled', 'true')
    await expect(another).toHaveAccessibleDescription(`Another code in ${wait}`)
    await page.clock.runFor(seconds * 1_000)
    await expect(another).not.toHaveAttribute('aria-disabled', 'true')
    await another.click()
    await expect(page.getByRole('status')).toHaveText(
      'Another code is on its way. Only the newest works.',
    )
  }
  await expect(another).toHaveCount(0)
  await expect(page.getByText('No more codes for this sign-in.')).toBeVisible()
})

test('s027 a sign-in that mails no more codes begins anew', async ({ app: { page, open } }) => {
  await page.clock.install()
  await open()
  await page.locator('input[name=name]').fill(MARIA)
  await page.locator('input[name=password]').fill('Fourth-Lantern-58-Quiet')
  await page.keyboard.press('Enter')
  await page.locator('input[name=code]').waitFor()
  await page.clock.runFor(60_000)
  await page.evaluate(() => globalThis.keyholderFake?.failNext('sendMailedCode', 'not_found'))
  await page.getByRole('button', { name: 'Send another code' }).click()
  await page.getByRole('alert').getByRole('button').click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('signing out leads back to signing in', async ({ app: { page, open } }) => {
  await open('/about', { as: MARIA })
  await page.getByRole('button', { name: 'Maria Keller' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('every word of signing in comes from the catalogues', async ({ app: { page, open } }) => {
  await open('/')
  await page.goto('/?pseudo')
  await page.locator('input[name=name]').waitFor()
  await page.getByRole('button').last().waitFor()
  const words = await textsOf(page.getByRole('main'), ['id.example.com'])
  expect(words.filter((word) => /[a-z]/.test(word))).toEqual([])
})

test('s031 s032 another provider signs one in, in the browser of the system', async ({ app }) => {
  const { page, open } = app
  await open('/', { external: 'microsoft' })
  const start = page.getByRole('button', { name: 'Sign in with Microsoft' })
  await start.click()
  await expect(page.getByRole('heading', { name: 'Go on in your browser' })).toBeVisible()
  await expect(page.getByText('you are asked to accept')).toBeVisible()
  await app.expectAccessible()
  // Whoever stops waiting is back, and told nothing that they know.
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(start).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await start.click()
  await page.evaluate(() =>
    globalThis.keyholderFake?.failNext('openBrowserAgain', 'opening_failed'),
  )
  await page.getByRole('button', { name: 'Open the browser again' }).click()
  await expect(page.getByText('No browser opened')).toBeVisible()
  await page.getByRole('button', { name: 'Open the browser again' }).click()
  await expect(page.getByRole('banner').getByText('Maria Keller')).toBeVisible()
})

test('s031 what the other provider said is told in words', async ({ app: { page, open } }) => {
  await open('/', { external: 'other' })
  await page.evaluate(() =>
    globalThis.keyholderFake?.failNext('signInInBrowser', 'tenant_not_permitted'),
  )
  await page.getByRole('button', { name: /your organisation/ }).click()
  await expect(page.getByRole('alert')).toContainText('may not sign in here')
})
