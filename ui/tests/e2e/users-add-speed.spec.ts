import { expect, test } from './support/app'
import { openUsers } from './support/users'

/** What of a fiber of React this test reads. */
interface Fiber {
  child: Fiber | null
  sibling: Fiber | null
  flags: number
  stateNode: unknown
}

/** React's mark on a component that has run. */
const HAS_RUN = 1

test('typing in the dialog does not draw the table behind it again', async ({ app }) => {
  const { page } = app
  // React reports each commit here, as it does to its developer tools.
  await page.addInitScript((hasRun) => {
    let before = new WeakSet<object>()
    const counts = { table: 0, all: 0 }
    const visit = (fiber: Fiber | null, inTable: boolean, now: WeakSet<object>): void => {
      for (let each = fiber; each; each = each.sibling) {
        const within =
          inTable ||
          (each.stateNode instanceof HTMLElement && each.stateNode.getAttribute('role') === 'grid')
        now.add(each)
        // A subtree that React has not touched keeps its fibers, marks of earlier times and all.
        if (!before.has(each) && each.flags & hasRun) {
          counts.all += 1
          counts.table += within ? 1 : 0
        }
        visit(each.child, within, now)
      }
    }
    Object.assign(globalThis, {
      keyholderCounts: counts,
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        inject: () => 1,
        onCommitFiberUnmount: () => {},
        onCommitFiberRoot: (_: number, root: { current: Fiber }) => {
          const now = new WeakSet<object>()
          visit(root.current, false, now)
          before = now
        },
      },
    })
  }, HAS_RUN)
  await openUsers(app)
  const counts = () =>
    page.evaluate(() => {
      const counts = (globalThis as unknown as { keyholderCounts: Record<string, number> })
        .keyholderCounts
      const seen = { ...counts }
      Object.assign(counts, { table: 0, all: 0 })
      return seen
    })
  expect((await counts()).table).toBeGreaterThan(0)

  await page.getByRole('button', { name: 'Add users' }).click()
  const name = page.getByRole('dialog').getByRole('textbox', { name: 'First name' })
  // The table notices once that the focus has left it.
  await name.pressSequentially('W')
  await expect(name).toHaveValue('W')
  await counts()
  await page.keyboard.type('ilhelmina')
  await expect(name).toHaveValue('Wilhelmina')
  const typed = await counts()
  expect(typed.all, 'components that ran').toBeGreaterThan(0)
  expect(typed.table, 'components of the table that ran').toBe(0)
})
