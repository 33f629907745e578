import { expect, test } from './support/app'
import { openUsers, rowOf } from './support/users'

// Tall enough to show every row: what is scrolled away is not in the document.
test.use({ viewport: { width: 1280, height: 3000 } })

test('s012 s013 s014 l04 deleting with the red bin is undone at once, or from the bin with the days left', async ({
  app,
}) => {
  const { page } = app
  await openUsers(app)
  await expect(page.getByText('60 users')).toBeVisible()
  // By keyboard: the row's last button, which a screen reader names.
  const bin = rowOf(page, 'Mia Baumann').getByRole('button', { name: 'Delete Mia Baumann' })
  await bin.focus()
  await bin.press('Enter')
  const toast = page.getByRole('alertdialog', { name: /Mia Baumann was deleted/ })
  await expect(toast).toBeVisible()
  await expect(rowOf(page, 'Mia Baumann')).toHaveCount(0)
  await expect(page.getByText('59 users')).toBeVisible()
  await toast.getByRole('button', { name: 'Undo' }).click()
  await expect(rowOf(page, 'Mia Baumann')).toBeVisible()

  await rowOf(page, 'Samuel Baumann').getByRole('button', { name: 'Delete Samuel Baumann' }).click()
  await page.getByRole('button', { name: 'Bin' }).click()
  await expect(rowOf(page, 'Samuel Baumann')).toContainText('Deleted')
  await expect(rowOf(page, 'Samuel Baumann')).toContainText('erased in 30 days')
  await expect(page.getByText('4 users')).toBeVisible()
  await app.expectAccessible()
  await rowOf(page, 'Samuel Baumann')
    .getByRole('button', { name: 'Details of Samuel Baumann' })
    .click()
  const panel = page.getByRole('region', { name: 'Samuel Baumann' })
  await expect(panel.getByText(/Until then everything can be taken back/)).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Change roles' })).toHaveCount(0)
  await app.expectAccessible()
  await panel.getByRole('button', { name: 'Restore' }).click()
  await expect(panel.getByRole('button', { name: 'Delete' })).toBeVisible()
  await page.getByRole('button', { name: 'Bin' }).click()
  await expect(page.getByText('60 users')).toBeVisible()
})
