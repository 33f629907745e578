import type { Page } from '@playwright/test'
import { expect, MARIA, test } from './support/app'

/** The first row that is wholly visible below the header: its words and its place. */
function topRow(page: Page): Promise<{ text: string; y: number } | null> {
  return page.getByRole('grid').evaluate((grid) => {
    const top = grid.getBoundingClientRect().top + 36
    const row = [...grid.querySelectorAll('[role=row]')]
      .map((each) => ({ text: each.textContent ?? '', y: each.getBoundingClientRect().y }))
      .filter(({ y }) => y >= top)
      .sort((a, b) => a.y - b.y)[0]
    return row ?? null
  })
}

const rowCount = async (page: Page) =>
  Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1

test('a long list is walked in both directions with at most 1,000 rows held and no jump', async ({
  app: { page, open },
}) => {
  await open('/users', { as: MARIA, rows: 3_000 })
  await expect(page.getByRole('row').nth(5)).toBeVisible()
  // The rows below the screen follow once those on it have been drawn.
  await expect.poll(() => rowCount(page)).toBe(100)
  const start = await topRow(page)

  const grid = page.getByRole('grid')
  const scroll = (to: 'end' | 'start') =>
    grid.evaluate((element, target) => {
      element.scrollTop = target === 'end' ? element.scrollHeight : 0
    }, to)
  for (let loaded = await rowCount(page); loaded < 1_000; loaded = await rowCount(page)) {
    await scroll('end')
    await expect.poll(() => rowCount(page)).toBeGreaterThan(loaded)
  }

  // The next page pushes the first one out; what is on screen stays where it is.
  const first = await page.getByRole('grid').evaluate((element) => element.scrollTop)
  await grid.evaluate((element) => {
    element.scrollTop -= 800
  })
  await scroll('end')
  // The rows of the new place are drawn a moment after it was scrolled to.
  await expect.poll(() => topRow(page)).not.toBeNull()
  const before = await topRow(page)
  await expect.poll(() => grid.evaluate((element) => element.scrollTop)).toBeLessThan(first + 1_000)
  expect(await rowCount(page)).toBe(1_000)
  expect((await topRow(page))?.text).toBe(before?.text)

  await expect
    .poll(async () => {
      await scroll('start')
      return (await topRow(page))?.text
    })
    .toBe(start?.text)
  expect(await rowCount(page)).toBe(1_000)
})

test('j, k, x and Enter do what arrows, Space and Enter do', async ({ app: { page, open } }) => {
  await open('/users', { as: MARIA })
  const rows = page.getByRole('row')
  await expect(rows.nth(3)).toBeVisible()
  await page.keyboard.press('j')
  await expect(rows.nth(1)).toBeFocused()
  await page.keyboard.press('j')
  await expect(rows.nth(2)).toBeFocused()
  await page.keyboard.press('k')
  await expect(rows.nth(1)).toBeFocused()
  await page.keyboard.press('x')
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('x')
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'false')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/users\/.+/)
})

test('Shift selects a range', async ({ app: { page, open } }) => {
  await open('/users', { as: MARIA })
  const rows = page.getByRole('row')
  await expect(rows.nth(6)).toBeVisible()
  await rows.nth(2).locator('label').click()
  await rows
    .nth(5)
    .locator('label')
    .click({ modifiers: ['Shift'] })
  await expect(page.getByRole('row', { selected: true })).toHaveCount(4)
})

test('a sort order starts the list at its top', async ({ app: { page, open } }) => {
  await open('/users', { as: MARIA, rows: 500 })
  await expect(page.getByRole('row').nth(5)).toBeVisible()
  const grid = page.getByRole('grid')
  await grid.evaluate((element) => {
    element.scrollTop = 2_000
  })
  // By keyboard: the rows below arrive meanwhile, and a press of the mouse can be lost to that on a busy machine.
  const heading = page.getByRole('columnheader', { name: 'Name' })
  await heading.press('Enter')
  await expect(heading).toHaveAttribute('aria-sort', 'descending')
  await expect.poll(() => grid.evaluate((element) => element.scrollTop)).toBe(0)
})
