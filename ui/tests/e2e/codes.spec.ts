import { expect, MARIA, SETTINGS, test } from './support/app'

const PASSPHRASE = 'seven quiet lanterns'
const NO_KEYCHAIN = { kind: 'memory', name: 'Secret Service', problem: 'no_service' } as const

test('c13 without a keychain the vault takes a passphrase, with consent and never in silence', async ({
  app,
}) => {
  const { page, open } = app
  await open('/codes', { as: MARIA, keyStorage: NO_KEYCHAIN })
  await expect(page.getByText('No keychain on this computer').last()).toBeVisible()
  const make = page.getByRole('button', { name: 'Make the vault' })
  await expect(make).toHaveAccessibleDescription('Tick the box above first.')
  await page.getByLabel('Passphrase', { exact: true }).fill('short')
  await page.getByLabel('Passphrase once more').fill('other')
  await page.getByRole('checkbox', { name: /keep the passphrase safe/ }).press('Space')
  await make.click()
  await expect(page.getByText(/two entries differ/)).toBeVisible()
  await page.getByLabel('Passphrase once more').fill('short')
  await make.click()
  await expect(page.getByText(/at least 12/i).last()).toBeVisible()
  await app.expectAccessible()
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByLabel('Passphrase once more').fill(PASSPHRASE)
  await make.click()
  await expect(page.getByText('No accounts yet')).toBeVisible()
  await app.expectAccessible()
})

test('the keychain opens a new vault, and an account is added by its link', async ({ app }) => {
  const { page, open } = app
  await open('/codes', { as: MARIA })
  await page.getByRole('button', { name: 'Make the vault' }).click()
  await page.getByRole('button', { name: 'Add an account' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Add an account' })
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Fill this in.')).toBeVisible()
  await dialog.getByLabel('Link', { exact: true }).fill('https://example.com')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/has to begin with otpauth/)).toBeVisible()
  await app.expectAccessible()
  await dialog
    .getByLabel('Link', { exact: true })
    .fill('otpauth://totp/Example:maria?secret=GEZDGNBVGY3TQOJQ&issuer=Example')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('row', { name: /Example · maria/ })).toBeVisible()
  await app.expectAccessible()
})

test('a key that is typed is refused at its field, and added with what differs', async ({
  app,
}) => {
  const { page, open } = app
  await open('/codes', { as: MARIA, vault: 'open' })
  await page.getByRole('button', { name: 'Add an account' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add an account' })
  await dialog.getByText('By hand').click()
  await dialog.getByLabel('Issuer').fill('Tills')
  await dialog.getByLabel('Key').fill('0189')
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('Key')).toHaveAttribute('aria-invalid', 'true')
  await dialog.getByLabel('Key').fill('gezd gnbv')
  await dialog.getByRole('button', { name: /Digits/ }).click()
  await page.getByRole('option', { name: '8' }).click()
  await dialog.getByRole('button', { name: 'Add the account' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('row', { name: 'Tills' })).toBeVisible()
})

test('now and next stand side by side at one size, and a press copies', async ({ app }) => {
  const { page, open } = app
  await open('/codes', { as: MARIA, vault: 'open' })
  const row = page.getByRole('row', { name: /Mail/ })
  const codes = row.getByText(/^\d{3}\s\d{3}$/)
  await expect(codes).toHaveCount(2)
  const [now, next] = await codes.all()
  const [one, other] = [await now?.boundingBox(), await next?.boundingBox()]
  expect(one?.height).toBe(other?.height)
  expect(one?.y).toBe(other?.y)
  const shown = (await now?.textContent())?.replace(/\s/g, '')
  await row.getByText('Mail', { exact: true }).click()
  await expect(page.getByText('The code of Mail · maria@keller.example is copied')).toBeVisible()
  await expect(page.getByText('The clipboard clears itself in 20 seconds.')).toBeVisible()
  expect(await page.evaluate(() => globalThis.keyholderFake?.copied)).toEqual([shown])

  // By keyboard: what is typed finds, and Enter takes the first.
  await page.getByRole('searchbox').fill('societe')
  await expect(page.getByRole('row')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => globalThis.keyholderFake?.copied.length)).toBe(2)
  await page.getByRole('searchbox').fill('nothing like it')
  await expect(page.getByText('No account matches “nothing like it”')).toBeVisible()
  await app.expectAccessible()
})

test('a counted code is spent by taking it, and shown then', async ({ app: { page, open } }) => {
  await open('/codes', { as: MARIA, vault: 'open' })
  const row = page.getByRole('row', { name: /Cantonal bank/ })
  await expect(row.getByText('Counted: each code works once')).toBeVisible()
  await row.getByText('Cantonal bank').click()
  await expect(row.getByText(/^\d{3}\s\d{3}$/)).toBeVisible()
})

test('hidden codes are not even in the page until one points at them', async ({
  app: { page, open },
}) => {
  await open('/codes', { as: MARIA, vault: 'open', preferences: { hide_codes: true } })
  const row = page.getByRole('row', { name: /Mail/ })
  await expect(row.getByText('Hidden until you point at it')).toBeAttached()
  await page.getByRole('heading', { level: 1 }).hover()
  expect(await page.getByRole('grid').textContent()).not.toMatch(/\d{3}\s\d{3}/)
  await row.hover()
  await expect(row.getByText(/^\d{3}\s\d{3}$/)).toHaveCount(2)
  await page.getByRole('heading', { level: 1 }).hover()
  await expect(row.getByText(/^\d{3}\s\d{3}$/)).toHaveCount(0)
})

test('the menu of a row opens by the keyboard and gives the focus back to its row', async ({
  app,
}) => {
  const { page, open } = app
  await open('/codes', { as: MARIA, vault: 'open' })
  const more = page.getByRole('button', { name: 'More about Mail · maria@keller.example' })
  await page.getByRole('row', { name: /^Mail/ }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(more).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Pin to the top' })).toBeFocused()
  await expect(more).toHaveAttribute('aria-expanded', 'true')
  await app.expectAccessible()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: 'Change name and tags' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('row', { name: /^Mail/ })).toBeFocused()
  await expect(more).toHaveAttribute('aria-expanded', 'false')
  await expect(page.getByText(/is copied/)).toHaveCount(0)
})

test('accounts are pinned, renamed and removed', async ({ app }) => {
  const { page, open } = app
  await open('/codes', { as: MARIA, vault: 'open' })
  const more = (name: string) => page.getByRole('button', { name: `More about ${name}` })
  await more('Mail · maria@keller.example').click()
  await page.getByRole('menuitem', { name: 'Pin to the top' }).click()
  await expect(page.getByRole('row').nth(1)).toContainText('Mail')
  await more('Mail · maria@keller.example').click()
  await page.getByRole('menuitem', { name: 'Change name and tags' }).click()
  await page.getByRole('dialog').getByLabel('Tags', { exact: true }).fill('home, letters')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row').nth(1)).toContainText('letters')
  await more('Mail · maria@keller.example').click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await app.expectAccessible()
  await page.getByRole('button', { name: /^Remove Mail/ }).click()
  await expect(page.getByRole('row', { name: /Mail/ })).toHaveCount(0)
})

test('wrong passphrases are said at the field, and after three one waits', async ({ app }) => {
  const { page, open } = app
  await open('/codes', { as: MARIA, vault: 'locked', keyStorage: NO_KEYCHAIN })
  const passphrase = page.getByLabel('Passphrase', { exact: true })
  await expect(passphrase).toBeFocused()
  for (let tries = 0; tries < 3; tries += 1) {
    await passphrase.fill('wrong')
    await page.keyboard.press('Enter')
    await expect(page.getByText(/does not open the vault/)).toBeVisible()
    await expect(passphrase).toHaveValue('')
  }
  const button = page.getByRole('button', { name: 'Open with the passphrase' })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await app.expectAccessible()
  await expect(button).not.toHaveAttribute('aria-disabled', 'true')
  await passphrase.fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row')).toHaveCount(6)
})

test('an older or damaged file is named, and opened on purpose only', async ({
  app: { page, open },
}) => {
  await open('/codes', { as: MARIA, vault: 'older' })
  await expect(page.getByText(/older than the one that was saved last/)).toBeVisible()
  await page.getByRole('button', { name: 'Open it all the same' }).click()
  await expect(page.getByRole('row')).toHaveCount(6)
})

test('the copy beside a damaged file is offered', async ({ app: { page, open } }) => {
  await open('/codes', { as: MARIA, vault: 'damaged' })
  await expect(page.getByText(/is damaged/)).toBeVisible()
  await page.getByRole('button', { name: 'Open the copy before it' }).click()
  await expect(page.getByRole('row')).toHaveCount(6)
})

test('a keychain without the key leaves the passphrase', async ({ app: { page, open } }) => {
  await open('/codes', { as: MARIA, vault: 'key_gone' })
  await expect(page.getByText(/holds no key that opens this vault/)).toBeVisible()
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row')).toHaveCount(6)
})

test('codes work without the service, and a vault that locks itself shows none', async ({
  app: { page, open },
}) => {
  await open('/codes', { as: MARIA, vault: 'open' })
  await expect(page.getByRole('row')).toHaveCount(6)
  await page.evaluate(() => globalThis.keyholderFake?.setOnline(false))
  await page.getByText('Mail', { exact: true }).click()
  await expect(page.getByText(/is copied/)).toBeVisible()
  await page.evaluate(() => globalThis.keyholderFake?.lockVault())
  await expect(page.getByRole('heading', { name: 'The vault is locked' })).toBeVisible()
  await expect(page.getByText('The vault has locked itself')).toBeVisible()
  await page.getByRole('button', { name: 'Open with Secret Service' }).click()
  await expect(page.getByRole('row')).toHaveCount(6)
  await page.getByRole('button', { name: 'Lock' }).click()
  await expect(page.getByRole('row')).toHaveCount(0)
})

test('two thousand accounts are drawn in part and found at once', async ({
  app: { page, open },
}) => {
  await open('/codes', { as: MARIA, vault: 'open', vaultRows: 2_000 })
  await expect(page.getByText('2,006 accounts')).toBeVisible()
  expect(await page.getByRole('row').count()).toBeLessThan(60)
  await page.getByRole('searchbox').fill('service 1789')
  await expect(page.getByRole('row')).toHaveCount(1)
  await expect(page.getByRole('row').getByText(/^\d{3}\s\d{3}$/)).toHaveCount(2)
})

test('another search begins at the top and ends at its last account', async ({
  app: { page, open },
}) => {
  await open('/codes', { as: MARIA, vault: 'open', vaultRows: 2_000 })
  const list = page.getByRole('grid')
  const scrolled = () => list.evaluate((element) => element.scrollTop)
  // What fits is drawn first, and the list is as long as that until the rest is there.
  const reachTheEnd = () =>
    expect(async () => {
      await list.evaluate((element) => element.scrollTo(0, element.scrollHeight))
      await expect(page.getByRole('row', { name: /Service 1999/ })).toBeVisible({ timeout: 500 })
    }).toPass()
  await expect(page.getByRole('row').first()).toBeVisible()
  await reachTheEnd()
  await page.getByRole('searchbox').fill('service 1')
  await expect(page.getByRole('row', { name: /Service 0001/ })).toBeVisible()
  expect(await scrolled()).toBe(0)
  await reachTheEnd()
  // What changes of the same rows leaves them where they are.
  const before = await scrolled()
  await page.getByRole('button', { name: /More about Service 1999/ }).click()
  await page.getByRole('menuitem', { name: 'Change name and tags' }).click()
  await page.getByRole('dialog').getByLabel('Tags', { exact: true }).fill('till')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /Service 1999/ })).toContainText('till')
  // The row is a little higher with its tag.
  expect(Math.abs((await scrolled()) - before)).toBeLessThan(50)
})

for (const { name, colorScheme, language, width, height } of SETTINGS) {
  test(`codes hold in ${name}`, async ({ app }) => {
    const { page, open } = app
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme })
    await open('/codes', { as: MARIA, vault: 'open', preferences: { language } })
    await expect(page.getByRole('row').first()).toBeVisible()
    await app.expectAccessible()
  })
}

test('a clock that is wrong is said, and that the codes are right', async ({ app }) => {
  const { page, open } = app
  await open('/codes', { as: MARIA, vault: 'open', clockError: 600 })
  await expect(page.getByText('The clock of this computer is 10 minutes late')).toBeVisible()
  await expect(page.getByText(/The codes here are right all the same/)).toBeVisible()
  await app.expectAccessible()
})

test('codes are there before one signs in, and one comes back', async ({ app }) => {
  const { page, open } = app
  await open('/', { vault: 'locked' })
  await page.getByRole('button', { name: 'Your codes' }).click()
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /Mail/ }).getByText(/^\d{3}\s\d{3}$/)).toHaveCount(2)
  await app.expectAccessible()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(page.getByLabel('E-mail address or user name')).toBeFocused()
})

test('codes are there on the first start, before any service is known', async ({ app }) => {
  const { page, open } = app
  await open('/', { vault: 'open', serverUrl: null })
  await page.getByRole('button', { name: 'Your codes' }).click()
  await expect(page.getByRole('row', { name: /Mail/ })).toBeVisible()
  await app.expectAccessible()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(page.getByRole('textbox')).toBeVisible()
})
