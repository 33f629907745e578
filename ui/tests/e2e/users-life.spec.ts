import { expect, test } from './support/app'
import { openUsers, pressInRow, pressInRowFor, rowOf, tick } from './support/users'

// Tall enough to show every row: what is scrolled away is not in the document.
test.use({ viewport: { width: 1280, height: 1600 } })

test('s012 s013 s014 l04 deleting with the red bin is undone at once, or from the bin with the days left', async ({
  app,
}) => {
  const { page } = app
  await openUsers(app)
  await expect(page.getByText('60 users')).toBeVisible()
  // By keyboard: the row's last button, which a screen reader names. (A table that has scrolled takes no
  // clicks while the clock of these tests stands still.)
  const toast = page.getByRole('alertdialog', { name: /Mia Baumann was deleted/ })
  const bin = rowOf(page, 'Mia Baumann').getByRole('button', { name: 'Delete Mia Baumann' })
  await pressInRowFor(bin, toast)
  // It stays while the pointer rests on it, however slow the machine is.
  await toast.hover()
  await expect(rowOf(page, 'Mia Baumann')).toHaveCount(0)
  await expect(page.getByText('59 users')).toBeVisible()
  await toast.getByRole('button', { name: 'Undo' }).click()
  await expect(rowOf(page, 'Mia Baumann')).toBeVisible()

  await pressInRow(
    rowOf(page, 'Samuel Baumann').getByRole('button', { name: 'Delete Samuel Baumann' }),
  )
  await page.getByRole('button', { name: /^Bin/ }).click()
  await expect(rowOf(page, 'Samuel Baumann')).toContainText('Deleted')
  await expect(rowOf(page, 'Samuel Baumann')).toContainText('erased in 30 days')
  await expect(page.getByText('4 users')).toBeVisible()
  const details = rowOf(page, 'Samuel Baumann').getByRole('button', { name: /^Details/ })
  const panel = page.getByRole('region', { name: 'Samuel Baumann' })
  // The list is read anew after the deletion, and its row drawn anew with it: a key that comes in between
  // goes to a button that is gone.
  await expect(async () => {
    await pressInRow(details)
    await expect(panel).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await expect(panel.getByText(/Until then everything can be taken back/)).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Change roles' })).toHaveCount(0)
  await app.expectAccessible()
  await panel.getByRole('button', { name: 'Restore' }).click()
  await expect(panel.getByRole('button', { name: 'Delete' })).toBeVisible()
  await page.getByRole('button', { name: /^Bin/ }).click()
  await expect(page.getByText('60 users')).toBeVisible()
})

test('s092 s093 s095 l14 a user without an address is given one, and the screen says what that ends', async ({
  app,
}) => {
  const { page } = app
  await openUsers(app)
  await page.goto('/#/users/user-000026')
  const panel = page.getByRole('region', { name: 'Mia Baumann' })
  await panel.getByRole('button', { name: 'Give e-mail address' }).click()
  const dialog = page.getByRole('dialog', { name: 'E-mail address for Mia Baumann' })
  await expect(dialog).toContainText('stop working at once')
  await expect(dialog).toContainText('This cannot be taken back')
  const send = dialog.getByRole('button', { name: 'Send activation link' })
  await expect(send).toHaveAttribute('aria-disabled', 'true')
  await app.expectAccessible()
  const email = dialog.getByRole('textbox', { name: 'E-mail address' })
  await email.fill('no address')
  await email.press('Enter')
  await expect(dialog.getByText(/not a complete e-mail address/)).toBeVisible()
  await email.fill('info@alpenkiosk.example')
  await send.click()
  // A mailbox that several people read: said at once, and in the details.
  const toast = page.getByRole('alertdialog', { name: /signs in as info@alpenkiosk.example/ })
  await expect(toast).toContainText('anyone who reads it could get in')
  await expect(dialog).toHaveCount(0)
  await expect(panel.getByText('Invited', { exact: true })).toBeVisible()
  await panel.getByRole('tab', { name: 'Security' }).click()
  await expect(panel.getByText('Several people may read this mailbox')).toBeVisible()
  await expect(panel.getByText(/That stays: links which somebody else hands over/)).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Give e-mail address' })).toHaveCount(0)
  // Off the row's button that the dialog lay over, whose name would hang beside it.
  await page.mouse.move(0, 0)
  await app.expectAccessible()
})

test('s011 l03 who came in another way is found by it, and changed once adopted', async ({
  app,
}) => {
  const { page } = app
  await openUsers(app)
  await page.getByRole('button', { name: 'Origin' }).click()
  await tick(page.getByRole('checkbox', { name: 'Added by the payment provider' }))
  await page.keyboard.press('Escape')
  await expect(page.getByText('3 users')).toBeVisible()
  await rowOf(page, 'Amélie Rahimi')
    .getByRole('button', { name: /Details/ })
    .click()
  const panel = page.getByRole('region', { name: 'Amélie Rahimi' })
  await expect(panel.getByText(/can be changed once you adopt the user/)).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Change roles' })).toHaveCount(0)
  await expect(panel.getByRole('button', { name: 'Send reset link' })).toBeVisible()
  await app.expectAccessible()
  await panel.getByRole('button', { name: 'Adopt' }).click()
  await expect(panel.getByRole('button', { name: 'Change roles' })).toBeVisible()
  await panel.getByRole('tab', { name: 'Security' }).click()
  await expect(panel.getByText(/Adopted on/)).toBeVisible()
})

test('s046 s049 the list says how many there are of each status, and what a lock needs', async ({
  app,
}) => {
  const { page } = app
  await openUsers(app)
  await expect(page.getByRole('status').getByText('60 users, 7 locked')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Bin · 3' })).toBeVisible()
  await page.getByRole('button', { name: 'Status' }).click()
  await expect(page.getByRole('checkbox', { name: 'Locked · 3' })).toBeVisible()
  await tick(page.getByRole('checkbox', { name: 'Locked · 3' }))
  await tick(page.getByRole('checkbox', { name: 'Locked, unused · 4' }))
  await page.keyboard.press('Escape')
  await expect(page.getByText('7 users')).toBeVisible()
  const rows = page.getByRole('grid', { name: 'Users' })
  await expect(rows.getByText(/until .*, wrong passwords/).first()).toBeVisible()
  await expect(rows.getByText('needs a reset link').first()).toBeVisible()
  await expect(rows.getByRole('button', { name: /^Unlock/ }).first()).toBeVisible()
  await expect(rows.getByRole('button', { name: /reset link/i }).first()).toBeVisible()
})
