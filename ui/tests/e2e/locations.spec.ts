import { expect, MARIA, test } from './support/app'
import { openUsers, tick } from './support/users'

test('s060 s064 c07 where somebody reaches changes after one sentence says what is gained and lost', async ({
  app,
}) => {
  const { page } = app
  await openUsers(app)
  await page.goto('/#/users/user-000001')
  await page.getByRole('button', { name: 'Change locations' }).click()
  const dialog = page.getByRole('dialog', { name: 'Locations of Jonas Brunner' })
  const save = dialog.getByRole('button', { name: 'Save locations of Jonas Brunner' })
  await expect(save).toHaveAccessibleDescription('Nothing changes for Jonas Brunner.')
  await tick(dialog.getByRole('radio', { name: /Only these locations/ }))
  await expect(save).toHaveAccessibleDescription('Choose at least one location.')
  const search = dialog.getByRole('searchbox', { name: 'Search locations' })
  await search.fill('8058')
  await tick(dialog.getByRole('checkbox', { name: /Airport/ }))
  await expect(dialog.getByRole('status')).toContainText(
    'Jonas Brunner keeps Airport and loses every other location.',
  )
  await app.expectAccessible()
  await save.click()
  // An administrator of everything is never limited (S69).
  await expect(dialog.getByRole('radiogroup')).toHaveAccessibleDescription(
    /cannot be limited to locations/,
  )
  await page.keyboard.press('Escape')

  await page.goto('/#/users/user-000003')
  await page.getByRole('button', { name: 'Change locations' }).click()
  const other = page.getByRole('dialog')
  await tick(other.getByRole('radio', { name: /No location yet/ }))
  await expect(other.getByRole('status')).toContainText('loses every location')
  await other.getByRole('button', { name: /^Save locations of/ }).click()
  await expect(other).toHaveCount(0)
  await expect(page.getByRole('tabpanel')).toContainText('No location yet')
})

test('s062 s065 l06 c17 locations are found by address and terminal, and lead to who can act there', async ({
  app,
}) => {
  const { page } = app
  await app.open('/', { as: MARIA })
  await page.getByRole('navigation').getByRole('link', { name: 'Locations' }).click()
  const list = page.getByRole('list', { name: 'Locations' })
  await expect(list.getByRole('heading')).toHaveCount(8)
  const search = page.getByRole('searchbox', { name: 'Search locations' })
  for (const [typed, name] of [
    ['shop.alpenkiosk', 'Online shop'],
    ['hussenstraße', 'Konstanz'],
    ['69003', 'Lyon Part-Dieu'],
    ['17700801', 'Winterthur'],
  ] as const) {
    await search.fill(typed)
    await expect(list.getByRole('heading')).toHaveText([new RegExp(name)])
  }
  await app.expectAccessible()
  await page.getByRole('link', { name: 'Users at Winterthur' }).click()
  await expect(page.getByRole('heading', { name: 'Users', level: 1 })).toBeVisible()
  await expect(page.getByText('Winterthur').first()).toBeVisible()

  await page.goto('/#/locations')
  await search.fill('nowhere')
  await expect(page.getByText('No location matches “nowhere”')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('branches')
  await expect(page.getByRole('menuitem', { name: 'Locations' })).toBeVisible()
})
