import { afterEach, describe, expect, it } from 'vitest'
import type { Backend } from './backend'
import { IpcFailure } from './failure'
import { onStepUp, withStepUp } from './stepUp'

const refusal = () =>
  new IpcFailure({ code: 'step_up_required', params: { methods: '' }, errors: [] })

let stop: () => void = () => undefined
afterEach(() => stop())

/** A back end whose one command is refused until the person has confirmed, and all that it was told. */
function scene(ask: () => Promise<boolean>) {
  let fresh = false
  let asked = 0
  const told: unknown[][] = []
  stop = onStepUp(async () => {
    asked += 1
    const answer = await ask()
    fresh = answer
    return answer
  })
  const backend = withStepUp({
    createUser: async (...args: unknown[]) => {
      told.push(args)
      if (!fresh) {
        throw refusal()
      }
      return 'made'
    },
  } as unknown as Backend)
  const create = (key: string) =>
    backend.createUser('customer', { given_name: 'Nora' } as never, key) as Promise<unknown>
  return { create, told, asked: () => asked, goStale: () => (fresh = false) }
}

const codeOf = (outcome: Promise<unknown>) =>
  outcome.then(
    () => 'no failure',
    (thrown: unknown) => IpcFailure.from(thrown).code,
  )

describe('a fresh proof of identity', () => {
  it('c20 repeats the very same call, and asks once for five minutes', async () => {
    const { create, told, asked, goStale } = scene(async () => true)
    expect(await create('key-1')).toBe('made')
    expect(told).toEqual([told[0], told[0]])
    expect(told[0]).toEqual(['customer', { given_name: 'Nora' }, 'key-1'])
    await create('key-2')
    expect(asked()).toBe(1)
    goStale()
    await create('key-3')
    expect(asked()).toBe(2)
  })

  it('c20 whoever does not confirm has changed nothing, and can try again', async () => {
    const answers = [false, true]
    const { create, told } = scene(async () => answers.shift() ?? false)
    expect(await codeOf(create('key'))).toBe('not_confirmed')
    expect(told).toHaveLength(1)
    expect(await create('key')).toBe('made')
  })

  it('c20 asks once for all that is refused at the same time, and for what was on its way', async () => {
    let answer: (answer: boolean) => void = () => undefined
    const { create, asked } = scene(
      () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    )
    const all = [create('a'), create('b'), create('c')]
    await Promise.resolve()
    await Promise.resolve()
    answer(true)
    expect(await Promise.all(all)).toEqual(['made', 'made', 'made'])
    expect(asked()).toBe(1)
  })

  it('c20 a refusal stays one where nobody can be asked, and so does any other', async () => {
    const { create, asked } = scene(async () => true)
    const other = withStepUp({
      me: () => Promise.reject(new IpcFailure({ code: 'offline', params: {}, errors: [] })),
    } as unknown as Backend)
    expect(await codeOf(other.me())).toBe('offline')
    expect(asked()).toBe(0)
    stop()
    expect(await codeOf(create('key'))).toBe('step_up_required')
  })
})
