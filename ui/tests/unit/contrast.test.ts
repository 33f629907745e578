import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { UI } from './sources'

const sheet = readFileSync(join(UI, 'src/styles/tokens.css'), 'utf8')

/** The light or dark value of a colour token, from its first definition. */
function token(name: string, look: 0 | 1): string {
  const [, value = ''] = sheet.match(new RegExp(`--${name}: ([^;]+);`)) ?? []
  const hex = value.match(/#[0-9a-f]{6}/gi)
  return hex?.[look] ?? hex?.[0] ?? '#000000'
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const GROUNDS = [
  'canvas',
  'surface',
  'surface-raised',
  'surface-sunken',
  'surface-hover',
  'surface-selected',
]
const TEXT: [ink: string, grounds: string[]][] = [
  ['ink', GROUNDS],
  ['ink-soft', [...GROUNDS, 'neutral-soft']],
  ['ink-faint', GROUNDS],
  ['accent-ink', [...GROUNDS, 'accent-soft']],
  ['danger-ink', [...GROUNDS, 'danger-soft']],
  ['positive-ink', ['positive-soft', 'surface']],
  ['info-ink', ['info-soft', 'surface']],
  ['warning-ink', ['warning-soft', 'surface', 'canvas']],
  ['neutral-ink', ['neutral-soft']],
  ['on-accent', ['accent', 'accent-hover', 'accent-pressed']],
  ['on-danger', ['danger', 'danger-hover']],
  ['rail-ink', ['rail', 'rail-hover']],
  ['rail-ink-strong', ['rail', 'rail-hover']],
]

const looks = [
  ['light', 0],
  ['dark', 1],
] as const

test.each(looks)('text keeps 4.5:1 in the %s look', (_name, look) => {
  const faint = TEXT.flatMap(([ink, grounds]) =>
    grounds
      .map((ground) => ({ ink, ground, ratio: contrast(token(ink, look), token(ground, look)) }))
      .filter(({ ratio }) => ratio < 4.5),
  )
  expect(faint).toEqual([])
})

test.each(looks)('borders of controls and the focus keep 3:1 in the %s look', (_name, look) => {
  const faint = ['line-control', 'focus', 'accent'].flatMap((line) =>
    ['canvas', 'surface', 'surface-raised']
      .map((ground) => ({ line, ground, ratio: contrast(token(line, look), token(ground, look)) }))
      .filter(({ ratio }) => ratio < 3),
  )
  expect(faint).toEqual([])
})
