import { expect, test } from 'vitest'
import { type ManyOutcome, runMany } from '../../src/app/runMany'
import { IpcFailure } from '../../src/ipc/failure'

const failed = (code: string) => new IpcFailure({ code, params: {}, errors: [] })

async function run(code: string) {
  const outcomes: ManyOutcome<number, string>[] = []
  const items = Array.from({ length: 1_000 }, (_, index) => index)
  await runMany(
    items,
    async () => {
      throw failed(code)
    },
    (outcome) => outcomes.push(outcome),
    new AbortController().signal,
  )
  return outcomes.length
}

test('c20 a run over many starts nothing more where nobody confirms', async () => {
  expect(await run('not_confirmed')).toBeLessThanOrEqual(4)
  // Any other failure is one user's, and stops nobody else's.
  expect(await run('unavailable')).toBe(1_000)
})
