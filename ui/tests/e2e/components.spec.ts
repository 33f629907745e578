import { expect, MARIA, test } from './support/app'

test('about lists the components of others with their licences, and finds one', async ({ app }) => {
  const { page, open } = app
  await open('/about', { as: MARIA })
  await page.getByRole('button', { name: 'Show all' }).click()
  const dialog = page.getByRole('dialog', { name: 'Components and licences' })
  const search = dialog.getByRole('searchbox', { name: 'Search by name or licence' })
  await expect(search).toBeFocused()
  await app.expectAccessible()
  // One word of the name, one of where it comes from.
  await search.fill('react-dom npm')
  await expect(dialog.getByRole('status')).toHaveText(/^1 of \d{3}$/)
  const row = dialog.getByRole('row', { name: /react-dom/ })
  await expect(row).toContainText('MIT')
  await search.fill('mpl')
  await expect(dialog.getByRole('row', { name: /option-ext/ })).toContainText('MPL-2.0')
  await search.fill('no such thing')
  await expect(dialog.getByText('No component matches “no such thing”')).toBeVisible()
  await app.expectAccessible()
  await page.keyboard.press('Escape')
  await expect(search).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})
