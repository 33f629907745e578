import { expect, SETTINGS, test } from './support/app'
import { openUsers, rowOf, tick } from './support/users'

test.use({ viewport: { width: 1280, height: 1600 } })

for (const { name, colorScheme, language, width, height } of SETTINGS.filter(
  ({ name }) => name !== '200 % zoom',
)) {
  test.describe(name, () => {
    test.use({ colorScheme, viewport: { width, height } })

    test('kept filters and the filter by last sign-in are accessible', async ({ app }) => {
      const { page } = app
      await openUsers(app, { preferences: { language } })
      const words = {
        en: ['Last sign-in', 'Saved filters'],
        de: ['Anmeldung', 'Gespeicherte Filter'],
        fr: ['Connexion', 'Filtres enregistrés'],
      }[language]
      await page
        .getByRole('button', { name: words[0] ?? '' })
        .first()
        .click()
      await tick(page.getByRole('dialog').getByRole('checkbox').first())
      await app.expectAccessible()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: words[1] ?? '' }).click()
      await app.expectAccessible()
      await page.getByRole('menuitem').first().click()
      await page.getByRole('dialog').getByRole('textbox').fill('Away')
      await app.expectAccessible()
    })
  })
}

test('who never signed in, or not for long, is found', async ({ app }) => {
  const { page } = app
  await openUsers(app)
  await page.getByRole('button', { name: 'Last sign-in' }).click()
  await tick(page.getByRole('checkbox', { name: 'Not for 90 days' }))
  const chips = page.getByRole('grid', { name: 'Filters in use' }).getByRole('row')
  await page.keyboard.press('Escape')
  await expect(chips).toHaveText(['Not for 90 days'])
  const users = page.getByRole('grid', { name: 'Users' }).getByRole('row')
  await expect(users.nth(1)).toBeVisible()
  await expect(rowOf(page, 'Maria Keller')).toHaveCount(0)
  // Another number takes its place; "never" stands beside it.
  await page.getByRole('button', { name: 'Last sign-in · 1' }).click()
  await tick(page.getByRole('checkbox', { name: 'Not for 180 days' }))
  await tick(page.getByRole('checkbox', { name: 'Never signed in' }))
  await page.keyboard.press('Escape')
  await expect(chips).toHaveText(['Never signed in', 'Not for 180 days'])
  await page.getByRole('button', { name: 'Remove the filter Not for 180 days' }).click()
  await expect(chips).toHaveText(['Never signed in'])
  await expect(rowOf(page, 'Marek Garnier')).toBeVisible()
})

test('a filter is kept under a name, put on from the list and the palette, renamed and given up', async ({
  app,
}) => {
  const { page } = app
  await openUsers(app)
  const menu = page.getByRole('button', { name: 'Saved filters' })
  await menu.click()
  await expect(page.getByRole('menuitem', { name: /Save this filter/ })).toContainText(
    'Search or filter first',
  )
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Status' }).click()
  await tick(page.getByRole('checkbox', { name: 'Deactivated' }))
  await page.keyboard.press('Escape')
  await menu.click()
  await page.getByRole('menuitem', { name: 'Save this filter' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save this filter' })
  const save = dialog.getByRole('button', { name: 'Save filter' })
  await expect(save).toHaveAccessibleDescription('Give the filter a name first.')
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Switched off')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)

  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page.getByText('60 users')).toBeVisible()
  await menu.click()
  await page.getByRole('menuitem', { name: 'Switched off' }).click()
  const chips = page.getByRole('grid', { name: 'Filters in use' }).getByRole('row')
  await expect(chips).toHaveText(['Deactivated'])

  // The same name again is refused at the field.
  await menu.click()
  await page.getByRole('menuitem', { name: 'Save this filter' }).click()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('switched OFF')
  await save.click()
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription(
    /taken|already/i,
  )
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Clear filters' }).click()
  await page.goto('/#/about')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('switched')
  await page.getByRole('menuitem', { name: 'Switched off' }).click()
  await expect(chips).toHaveText(['Deactivated'])
  await expect(page).toHaveURL(/#\/users$/)

  await menu.click()
  await page.getByRole('menuitem', { name: 'Rename or delete' }).click()
  const kept = page.getByRole('dialog', { name: 'Your saved filters' })
  await kept.getByRole('button', { name: 'New name for “Switched off”' }).click()
  await kept.getByRole('textbox').fill('Off')
  await kept.getByRole('button', { name: 'Rename' }).click()
  await kept.getByRole('button', { name: 'Delete the filter “Off”' }).click()
  await expect(kept).toContainText('You have not saved a filter yet')
  await kept.getByRole('button', { name: 'Close' }).last().click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await menu.click()
  await expect(page.getByRole('menuitem', { name: 'Off', exact: true })).toBeVisible()
})

test('what a kept filter names and is gone is left out in sight', async ({ app }) => {
  const { page } = app
  await openUsers(app)
  await page.goto('/#/roles')
  await page.getByRole('button', { name: 'New role' }).click()
  const role = page.getByRole('dialog')
  await role.getByRole('textbox').fill('Night desk')
  await tick(role.getByRole('checkbox', { name: /^View reports/ }))
  await role.getByRole('button', { name: /Save|Create|Make/ }).click()
  await expect(role).toHaveCount(0)
  await page.goto('/#/users')
  await page.getByRole('heading', { level: 1, name: 'Users' }).waitFor()
  await page.getByRole('button', { name: 'Role' }).click()
  await tick(page.getByRole('checkbox', { name: 'Night desk' }))
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByRole('menuitem', { name: 'Save this filter' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Night')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await page.evaluate(() => globalThis.keyholderFake?.forgetRole('Night desk'))
  await page.goto('/#/about')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('night')
  await page.getByRole('menuitem', { name: 'Night', exact: true }).click()
  await expect(page.getByText(/One role or location of “Night” is gone/)).toBeVisible()
  await page.getByRole('button', { name: 'Status' }).click()
  await tick(page.getByRole('checkbox', { name: 'Deactivated' }))
  await expect(page.getByText(/One role or location of “Night” is gone/)).toHaveCount(0)
})
