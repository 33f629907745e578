import { fileURLToPath } from 'node:url'
import { type Page, test } from '@playwright/test'
import { MARIA } from '../e2e/support/app'

const FOLDER = fileURLToPath(new URL('../../../docs/screens/', import.meta.url))

/** Asking for a second factor, and what it leads to in a sign-in. */
async function photograph(
  page: Page,
  look: string,
  take: (name: string) => Promise<unknown>,
): Promise<void> {
  await page.goto('/#/users')
  await page.getByRole('row').nth(1).waitFor()
  await page.getByRole('button', { name: 'Enforce 2FA' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('From a day on').click()
  await dialog.getByText('Whom it concerns').waitFor()
  await take(`enforce-${look}`)
  await dialog.getByRole('button', { name: 'Enforce 2FA' }).click()
  await page.getByRole('button', { name: /^2FA from/ }).waitFor()
  await take(`users-enforced-${look}`)
  await page.goto('/#/security')
  await page.getByRole('table', { name: 'Who has a second factor' }).waitFor()
  await take(`security-enforced-${look}`)
}

async function signIn(page: Page, look: string, take: (name: string) => Promise<unknown>) {
  await page.goto('/#/')
  await page.locator('input[name=name]').fill(MARIA)
  await page.locator('input[name=password]').fill('Third-Lantern-58-Quiet')
  await page.keyboard.press('Enter')
  await page.getByRole('img', { name: 'QR code' }).waitFor()
  await take(`sign-in-set-up-${look}`)
  await page.locator('input[name=code]').fill('123456')
  await page.keyboard.press('Enter')
  await page.getByRole('list', { name: 'Recovery codes' }).waitFor()
  await take(`sign-in-recovery-codes-${look}`)
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [what, scene, options] of [
    ['enforcing', photograph, { as: MARIA }],
    ['set-up', signIn, {}],
  ] as const) {
    test(`${what}-${colorScheme}`, async ({ browser }) => {
      const page = await browser.newPage({
        colorScheme,
        reducedMotion: 'reduce',
        viewport: { width: 1280, height: 800 },
      })
      await page.addInitScript((given) => {
        globalThis.keyholderFakeOptions = given
      }, options)
      await scene(page, colorScheme, (name) =>
        page.screenshot({ path: `${FOLDER}${name}.png`, animations: 'disabled' }),
      )
      await page.close()
    })
  }
}
