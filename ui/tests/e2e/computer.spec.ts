import type { FakeOptions } from '../../src/ipc/fake'
import { expect, MARIA, test } from './support/app'

const SIGNED_IN: FakeOptions = { as: MARIA }

test('what the computer offers is chosen from the settings, and off at first', async ({ app }) => {
  const { page, open } = app
  await open('/profile', SIGNED_IN)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('menuitem', { name: 'This computer' }).click()
  const tray = page.getByRole('switch', { name: /Go on in the tray/ })
  const start = page.getByRole('switch', { name: /Start with the system/ })
  await expect(tray).not.toBeChecked()
  await expect(start).not.toBeChecked()
  await expect(page.getByText('None chosen')).toBeVisible()
  await app.expectAccessible()
  await tray.press('Space')
  await start.press('Space')
  await expect(tray).toBeChecked()
  await expect(start).toBeChecked()

  await page.getByRole('button', { name: 'Choose a shortcut' }).click()
  await page.keyboard.press('Control+Alt+t')
  await expect(page.getByText('Another program has this shortcut')).toBeVisible()
  await expect(page.getByText('None chosen')).toBeVisible()
  await page.getByRole('button', { name: 'Choose a shortcut' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByText('None chosen')).toBeVisible()
  await page.getByRole('button', { name: 'Choose a shortcut' }).click()
  await page.keyboard.press('Control+Alt+k')
  await expect(page.getByText('Ctrl + Alt + K')).toBeVisible()
  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('None chosen')).toBeVisible()
})

test('what the computer does not offer says why', async ({ app }) => {
  const { page, open } = app
  await open('/computer', {
    ...SIGNED_IN,
    manners: {
      tray_problem: 'no_host',
      close_to_tray: true,
      autostart: null,
      shortcut_problem: 'wayland',
    },
  })
  const tray = page.getByRole('switch', { name: /Go on in the tray/ })
  await expect(tray).toBeDisabled()
  await expect(tray).not.toBeChecked()
  await expect(page.getByText('GNOME does so with the extension')).toBeVisible()
  await expect(page.getByRole('switch', { name: /Start with the system/ })).toBeDisabled()
  await expect(page.getByText('On Wayland no program hears keys')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Choose a shortcut' })).toHaveCount(0)
  await app.expectAccessible()
})

test('the first close explains the tray and asks once', async ({ app }) => {
  const { page, open } = app
  await open('/profile', SIGNED_IN)
  const answers = () => page.evaluate(() => [...(globalThis.keyholderFake?.closings ?? [])])
  await page.evaluate(() => globalThis.keyholderFake?.giveErrand({ kind: 'close' }))
  const dialog = page.getByRole('dialog', { name: 'Close Keyholder?' })
  await app.expectAccessible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  expect(await answers()).toEqual([null])
  await page.evaluate(() => globalThis.keyholderFake?.giveErrand({ kind: 'close' }))
  await dialog.getByRole('button', { name: 'Go on in the tray' }).click()
  await expect(dialog).toHaveCount(0)
  expect(await answers()).toEqual([null, true])
})

test('a shortcut of the system leads to the codes with the search ready, and interrupts nothing', async ({
  app: { page, open },
}) => {
  await open('/profile', { ...SIGNED_IN, vault: 'open' })
  const give = () => page.evaluate(() => globalThis.keyholderFake?.giveErrand({ kind: 'codes' }))
  await give()
  const search = page.getByRole('searchbox')
  await expect(search).toBeFocused()
  // Somewhere else on the same screen, the focus comes back.
  await page.getByRole('row').first().focus()
  await give()
  await expect(search).toBeFocused()
  await page.keyboard.type('zzz')
  await give()
  await expect(search).toHaveValue('zzz')

  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('menuitem', { name: 'About and trust' }).click()
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await give()
  await expect(page.getByText('Something is begun here')).toBeVisible()
  await expect(page.getByRole('dialog')).toBeVisible()
})

test('a page that nobody sees goes, and comes back where one was; what is begun keeps it', async ({
  app: { page, open },
}) => {
  await open('/users', SIGNED_IN)
  const ask = () => page.evaluate(() => globalThis.keyholderFake?.askForRelease())
  const releases = () => page.evaluate(() => [...(globalThis.keyholderFake?.releases ?? [])])
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('menuitem', { name: 'About and trust' }).click()
  await page.getByRole('button', { name: 'Show all' }).click()
  await ask()
  expect(await releases()).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await ask()
  expect(await releases()).toEqual([{ address: '/users', user_id: expect.any(String) }])
  await page.evaluate(() =>
    globalThis.keyholderFake?.updatesBecome({
      phase: {
        phase: 'offered',
        version: '1.1.0',
        notes: '',
        planned_for: '2027-01-01T02:00:00Z',
      },
    }),
  )
  await ask()
  expect(await releases()).toHaveLength(1)
})

test('a link is shown before its account is kept, and waits for a locked vault', async ({
  app,
}) => {
  const { page, open } = app
  await open('/profile', { ...SIGNED_IN, vault: 'open' })
  await page.evaluate(() => {
    globalThis.keyholderFake?.lockVault()
    globalThis.keyholderFake?.openLink()
  })
  await expect(page.getByText('A link for an authenticator waits')).toBeVisible()
  await app.expectAccessible()
  await page
    .getByRole('button', { name: /^(Open|Unlock)/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: 'Add the account of this link?' })
  await expect(dialog.getByRole('row', { name: /Parcel service/ })).toBeVisible()
  await app.expectAccessible()
  await dialog.getByRole('button', { name: 'Bring 1 account over' }).click()
  await expect(page.getByRole('row', { name: /Parcel service/ })).toBeVisible()
  await expect(page.getByText('A link for an authenticator waits')).toHaveCount(0)
})

test('a link is heard before one has signed in, and one that makes no sense says so', async ({
  app: { page, open },
}) => {
  await open('/', { vault: 'open' })
  await page.evaluate(() =>
    globalThis.keyholderFake?.giveErrand({
      kind: 'bad_link',
      problem: { code: 'vault_account_unreadable', params: { reason: 'secret' }, errors: [] },
    }),
  )
  await expect(page.getByText('The link that was opened adds no account')).toBeVisible()
  await expect(page.getByText('The link holds no key that can be read')).toBeVisible()
  await page.evaluate(() => globalThis.keyholderFake?.openLink())
  await expect(page.getByRole('dialog', { name: 'Add the account of this link?' })).toBeVisible()
})
