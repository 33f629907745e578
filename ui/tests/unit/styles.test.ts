import { expect, test } from 'vitest'
import { sources } from './sources'

const sheets = new Map(
  sources('.module.css').map(({ path, text }) => [
    path,
    new Set([...text.matchAll(/\.([A-Za-z][\w-]*)/g)].map(([, name]) => name ?? '')),
  ]),
)

/** Style sheets of a component: the name it is imported under, and its path below `ui/src`. */
function imported(path: string, text: string): [name: string, sheet: string][] {
  return [...text.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)].map(
    ([, name = '', file = '']) => [name, new URL(file, `file:///${path}`).pathname.slice(1)],
  )
}

test('every class that a component names stands in its style sheet', () => {
  const missing = sources('.tsx').flatMap(({ path, text }) =>
    imported(path, text).flatMap(([name, sheet]) =>
      [...text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))]
        .map(([, used = '']) => used)
        .filter((used) => used !== 'css' && !sheets.get(sheet)?.has(used))
        .map((used) => `${path}: ${name}.${used}`),
    ),
  )
  expect(missing).toEqual([])
})

test('colours come from the tokens', () => {
  const literal = sources('.module.css').flatMap(({ path, text }) =>
    text
      .split('\n')
      .filter((line) => /#[0-9a-f]{3,8}\b|rgb\(/i.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  )
  expect(literal).toEqual([])
})

test('only opacity and transform move, and nothing blurs what lies behind', () => {
  const offending = sources('.css').flatMap(({ path, text }) => [
    ...[...text.matchAll(/transition:([^;]+);/g)]
      .flatMap(([, value = '']) => value.split(','))
      .filter((value) => !/^\s*(opacity|transform|var|0|\d|cubic)/.test(value))
      .map((value) => `${path}: transition ${value.trim()}`),
    ...(text.includes('backdrop-filter') ? [`${path}: backdrop-filter`] : []),
  ])
  expect(offending).toEqual([])
})
