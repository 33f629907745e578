import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { UI } from './sources'

/** Where this very source was built already, if whoever runs the tests says so: `cargo xtask test` does. */
const built = process.env.KEYHOLDER_UI_BUILT
const outDir = built ?? mkdtempSync(join(tmpdir(), 'keyholder-ui-'))
let shipped: { name: string; text: string }[] = []

beforeAll(async () => {
  if (!built) {
    await build({
      root: UI,
      configFile: join(UI, 'vite.config.ts'),
      mode: 'production',
      logLevel: 'silent',
      build: { outDir, emptyOutDir: true },
    })
  }
  shipped = readdirSync(outDir, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(js|css|html)$/.test(name))
    .map((name) => ({ name, text: readFileSync(join(outDir, name), 'utf8') }))
}, 120_000)

afterAll(() => {
  if (!built) {
    rmSync(outDir, { recursive: true })
  }
})

/** Files of the shipped bundle that hold a text. */
function holding(text: string): string[] {
  return shipped.filter((file) => file.text.includes(text)).map(({ name }) => name)
}

test('the shipped bundle holds the bridge', () => {
  expect(holding('list_users')).not.toEqual([])
})

test('the shipped bundle holds nothing of the fake', () => {
  for (const trace of ['keyholderFake', 'Sample-Till', 'alpenkiosk', 'ȧ']) {
    expect(holding(trace), trace).toEqual([])
  }
  expect(shipped.filter(({ name }) => /fake/i.test(name))).toEqual([])
})

test('the page has no script and no style of its own, as the content security policy demands', () => {
  const page = shipped.find(({ name }) => name === 'index.html')?.text ?? ''
  expect(page).toContain('<script type="module"')
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/)
  expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/)
})

test('what the first picture needs is one script and one style sheet', () => {
  const page = shipped.find(({ name }) => name === 'index.html')?.text ?? ''
  expect(page.match(/<script|modulepreload/g)).toHaveLength(1)
  expect(page.match(/rel="stylesheet"/g)).toHaveLength(1)
  const [, script = ''] = /src="\/([^"]+)"/.exec(page) ?? []
  const { text = '' } = shipped.find(({ name }) => name === script) ?? {}
  expect(text).not.toBe('')
  expect(text, 'what it needs before it runs').not.toMatch(/(?:from|import)\s*["']\.\//)
  expect(text.includes('react.transitional.element'), 'React, which comes with the app').toBe(false)
})
