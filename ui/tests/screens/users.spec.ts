import { fileURLToPath } from 'node:url'
import { type Page, test } from '@playwright/test'
import { MARIA } from '../e2e/support/app'
import { NOON, select, tick } from '../e2e/support/users'

const FOLDER = fileURLToPath(new URL('../../../docs/screens/', import.meta.url))

/** The Users screen in use, one picture after the other in one run through it. */
async function photograph(
  page: Page,
  look: string,
  take: (name: string) => Promise<unknown>,
): Promise<void> {
  await page.goto('/#/users/user-000001')
  await page.getByRole('tab').first().waitFor()
  await take(`users-details-${look}`)
  await page.getByRole('button', { name: 'Change roles' }).click()
  const roles = page.getByRole('dialog')
  await tick(roles.getByRole('checkbox', { name: /^Auditor/ }))
  await tick(roles.getByRole('checkbox', { name: /^Merchant administrator/ }))
  await take(`users-roles-${look}`)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Change locations' }).click()
  const reach = page.getByRole('dialog')
  await tick(reach.getByRole('radio', { name: /Only these locations/ }))
  await tick(reach.getByRole('checkbox', { name: /Airport/ }))
  await take(`users-locations-${look}`)
  await page.keyboard.press('Escape')
  await page.goto('/#/locations')
  await page.getByRole('list', { name: 'Locations' }).waitFor()
  await take(`locations-${look}`)
  const groups = page.getByRole('region', { name: 'Groups' })
  await groups.getByRole('button', { name: 'Change Region Zürich' }).click()
  await tick(page.getByRole('dialog').getByRole('checkbox', { name: /Konstanz/ }))
  await take(`location-group-${look}`)
  await page.keyboard.press('Escape')
  await page.goto('/#/users/user-000026')
  await page.getByRole('button', { name: 'Give e-mail address' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('mia.baumann@alpenkiosk.example')
  await take(`users-convert-${look}`)
  await page.goto('/#/users/user-000050')
  await page.getByRole('button', { name: 'Adopt' }).waitFor()
  await take(`users-adopt-${look}`)
  await page.goto('/#/users')
  await page.getByRole('button', { name: /^Bin/ }).click()
  await page
    .getByRole('button', { name: /out of the bin/ })
    .first()
    .waitFor()
  await take(`users-bin-${look}`)
  await page.getByRole('button', { name: /^Bin/ }).click()
  await select(page, 'Mia Baumann', 'Samuel Baumann', 'David Benali')
  await take(`users-selection-${look}`)
  await page.getByRole('button', { name: 'Change access' }).click()
  await page.getByRole('menuitem', { name: 'Add a role' }).click()
  const bulk = page.getByRole('dialog')
  await tick(bulk.getByRole('radio', { name: /^Support/ }))
  await take(`users-bulk-role-${look}`)
  await page.evaluate(() => globalThis.keyholderFake?.failNext('changeRoles', 'unavailable'))
  await bulk.getByRole('button', { name: /^Add a role to/ }).click()
  await bulk.getByText('Finished').waitFor()
  await take(`users-bulk-results-${look}`)
  await bulk.getByRole('button', { name: 'Close' }).last().click()
  await select(page, 'David Benali', 'Hélène Brunner', 'Luca Conti', 'Mia Dubois')
  await page.getByRole('button', { name: 'Change access' }).click()
  await page.getByRole('menuitem', { name: 'Set locations' }).click()
  await tick(bulk.getByRole('checkbox').first())
  await bulk.getByRole('list', { name: 'What it changes for whom' }).waitFor()
  await take(`users-bulk-locations-${look}`)
  await bulk.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Clear the selection' }).click()
  await page.keyboard.press('a')
  const wizard = page.getByRole('dialog')
  await wizard
    .getByRole('textbox', { name: 'E-mail address' })
    .fill('nina.hofer@alpenkiosk.example')
  await wizard.getByRole('textbox', { name: 'First name' }).fill('Nina')
  await wizard.getByRole('textbox', { name: 'Last name' }).fill('Hofer')
  await take(`add-user-who-${look}`)
  await page.keyboard.press('Enter')
  await tick(wizard.getByRole('checkbox', { name: /^Finance/ }))
  await tick(wizard.getByRole('checkbox', { name: /^Cashier/ }))
  await take(`add-user-access-${look}`)
  await wizard.getByRole('button', { name: 'Next' }).click()
  await take(`add-user-review-${look}`)
  await wizard.getByRole('button', { name: 'Add user' }).click()
  await page.getByRole('button', { name: 'Send invitation' }).waitFor()
  await take(`add-user-invitation-${look}`)
  await page.goto('/#/users')
  await page.reload()
  await page.getByRole('button', { name: 'Last sign-in' }).click()
  await tick(page.getByRole('checkbox', { name: 'Not for 90 days' }))
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByRole('menuitem', { name: 'Save this filter' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Away for long')
  await take(`users-filter-save-${look}`)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByRole('menuitem', { name: 'Away for long' }).waitFor()
  await take(`users-filters-${look}`)
}

/** The list, once it says how many are in its bin, which it asks for last. */
async function list(
  page: Page,
  look: string,
  take: (name: string) => Promise<unknown>,
  language: string,
): Promise<void> {
  await page.goto('/#/users')
  await page.getByRole('button', { name: /^(Bin|Papierkorb|Corbeille) · 3/ }).waitFor()
  const name = { de: 'users-german', fr: 'users-french' }[language] ?? 'users'
  await take(`${name}-${look}`)
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [what, scene, language] of [
    ['users at work', photograph, 'en'],
    ['list in English', list, 'en'],
    ['list in French', list, 'fr'],
    ['list in German', list, 'de'],
  ] as const) {
    test(`${what}, ${colorScheme}`, async ({ browser }) => {
      const page = await browser.newPage({
        colorScheme,
        reducedMotion: 'reduce',
        viewport: { width: 1280, height: 800 },
      })
      await page.clock.setFixedTime(NOON)
      await page.addInitScript(
        (given) => {
          globalThis.keyholderFakeOptions = given
        },
        { as: MARIA, preferences: { language } },
      )
      const take = (name: string) =>
        page.screenshot({ path: `${FOLDER}${name}.png`, animations: 'disabled' })
      await scene(page, colorScheme, take, language)
      await page.close()
    })
  }
}
