import { expect, type Locator, type Page } from '@playwright/test'
import type { FakeOptions } from '../../../src/ipc/fake'
import { type App, MARIA } from './app'

/** A Monday noon in Zürich; "3 days ago" stays what it is. */
export const NOON = new Date('2026-06-15T10:00:00Z')

/** Opens the list of users, at a fixed moment, as the merchant administrator unless told otherwise. */
export async function openUsers({ page, open }: App, options: FakeOptions = {}): Promise<void> {
  await page.clock.setFixedTime(NOON)
  await open('/users', { as: MARIA, ...options })
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** The row of somebody, by a part of the name. */
export function rowOf(page: Page, name: string) {
  return page.getByRole('grid').getByRole('row', { name: new RegExp(name) })
}

/**
 * Presses a key on a button or a box of a row. A table that has had no focus yet gives it to the row first, and a
 * list that is read anew draws its buttons anew, so the key waits until the button has it.
 */
export async function pressInRow(button: Locator, key = 'Enter'): Promise<void> {
  await expect(async () => {
    await button.focus()
    await expect(button).toBeFocused({ timeout: 1_000 })
  }).toPass()
  await button.press(key)
}

/** As `pressInRow`, until it shows: a key that is down while the list is drawn anew presses nothing. */
export async function pressInRowFor(button: Locator, shown: Locator): Promise<void> {
  await expect(async () => {
    if (await button.isVisible()) {
      await pressInRow(button)
    }
    await expect(shown).toBeVisible({ timeout: 3_000 })
  }).toPass()
}

/** Ticks a box or chooses a radio button the way the keyboard does it. */
export async function tick(choice: Locator): Promise<void> {
  await choice.focus()
  await choice.press('Space')
}

/** Ticks the rows of people. */
export async function select(page: Page, ...names: string[]): Promise<void> {
  const ticked = page.getByRole('gridcell').getByRole('checkbox', { checked: true })
  const before = await ticked.count()
  for (const [nth, name] of names.entries()) {
    const box = rowOf(page, name).getByRole('checkbox')
    // A list that is read anew while the key is down draws its boxes anew.
    await expect(async () => {
      if (!(await box.isChecked())) {
        await pressInRow(box, 'Space')
      }
      await expect(box).toBeChecked({ timeout: 1_000 })
    }).toPass()
    // By then the focus may stand in another row, whose box took the key.
    await expect(ticked, `only ${name} was ticked`).toHaveCount(before + nth + 1)
  }
}

/** Makes the role "Evening desk", which lets one see transactions, and gives it to Sofia Rossi. */
export async function giveOwnRole(page: Page): Promise<void> {
  await page.goto('/#/roles')
  await page.getByRole('button', { name: 'New role' }).click()
  const made = page.getByRole('dialog')
  await made.getByLabel('Name').fill('Evening desk')
  await tick(made.getByRole('checkbox', { name: /^View transactions/ }))
  await made.getByRole('button', { name: 'Create Evening desk' }).click()
  await expect(made).toHaveCount(0)
  await page.goto('/#/users/user-000004')
  await page.getByRole('button', { name: 'Change roles', exact: true }).click()
  const roles = page.getByRole('dialog', { name: /^Roles of/ })
  await tick(roles.getByRole('checkbox', { name: /^Evening desk/ }))
  await roles.getByRole('button', { name: /^Save roles/ }).click()
  await expect(roles).toHaveCount(0)
}
