import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { UI } from './sources'

const tokens = readFileSync(join(UI, 'src/styles/tokens.css'), 'utf8')
const account = readFileSync(join(UI, '../crates/server/templates/account/style.css'), 'utf8')

/** Which token of the app each colour of the account pages is. */
const SAME_AS: Record<string, string> = {
  ground: 'canvas',
  card: 'surface',
  ink: 'ink',
  quiet: 'ink-soft',
  line: 'line-control',
  hairline: 'line',
  accent: 'accent',
  'accent-hover': 'accent-hover',
  'accent-ink': 'on-accent',
  focus: 'focus',
  fault: 'danger-ink',
  'fault-ground': 'danger-soft',
  good: 'positive-ink',
  'good-ground': 'positive-soft',
}

/** The colours that one rule of the account sheet sets, by name. */
function coloursOf(rule: string): Record<string, string> {
  return Object.fromEntries(
    [...rule.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
}

function token(name: string, look: 0 | 1): string {
  const [, value = ''] = tokens.match(new RegExp(`--${name}: ([^;]+);`)) ?? []
  const hex = value.match(/#[0-9a-f]{6}/gi) ?? []
  return hex[look] ?? hex[0] ?? ''
}

test.each([
  ['light', 0],
  ['dark', 1],
] as const)('account pages wear the colours of the app in the %s look', (_name, look) => {
  const rules = account.match(/:root \{[^}]*\}/g) ?? []
  const expected = Object.fromEntries(
    Object.entries(SAME_AS).map(([name, same]) => [name, token(same, look)]),
  )
  expect(coloursOf(rules[look] ?? '')).toEqual(expected)
})

test('account and demo pages name no colour outside of their palette', () => {
  const demo = readFileSync(join(UI, '../crates/server/templates/demo/style.css'), 'utf8')
  const rest = account.replace(/:root \{[^}]*\}/g, '') + demo
  expect(rest.match(/#[0-9a-f]{3,8}\b|rgb\(/gi)).toBeNull()
})
