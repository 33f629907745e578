import { beforeAll, expect, test, vi } from 'vitest'
import { runMany } from '../../src/app/runMany'

type Heard = (event: { target: unknown }) => void

/** A document of which no more is played than what is asked of it. */
class Part {
  isConnected = true
  readonly within: string | null
  constructor(within: string | null = null) {
    this.within = within
  }
  closest(selector: string) {
    return selector === this.within ? this : null
  }
}
const heard = new Map<string, Heard>()
const open: Part[] = []
let begun: () => readonly string[]

beforeAll(async () => {
  vi.stubGlobal('Element', Part)
  vi.stubGlobal('document', {
    addEventListener: (name: string, listener: Heard) => heard.set(name, listener),
    querySelectorAll: () => open,
  })
  begun = (await import('../../src/app/begun')).begun
})

test('what is done for many is begun until the last one is done', async () => {
  let finish = () => {}
  const last = new Promise<void>((done) => {
    finish = done
  })
  const run = runMany(
    [1, 2],
    () => last,
    () => undefined,
    new AbortController().signal,
  )
  expect(begun()).toEqual(['many'])
  finish()
  await run
  expect(begun()).toEqual([])
})

test('what was typed is begun as long as it stands somewhere', () => {
  const [first, second] = [new Part(), new Part()]
  heard.get('input')?.({ target: first })
  heard.get('change')?.({ target: second })
  second.isConnected = false
  expect(begun()).toEqual(['typed'])
  first.isConnected = false
  expect(begun()).toEqual([])
})

test('a dialog is begun, and what is only told is not', () => {
  open.push(new Part('[data-toasts]'))
  expect(begun()).toEqual([])
  open.push(new Part())
  expect(begun()).toEqual(['dialog'])
  open.length = 0
})
