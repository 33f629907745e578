import { expect, test } from 'vitest'
import { matches, printedKeys } from './keys'
import { ACTION_LIST } from './table'

const bare = { ctrlKey: false, metaKey: false, altKey: false }

test('a letter matches in either case and without Ctrl, ⌘ or Alt only', () => {
  expect(matches('I', { ...bare, key: 'i' }, false)).toBe(true)
  expect(matches('I', { ...bare, key: 'I' }, false)).toBe(true)
  expect(matches('I', { ...bare, key: 'i', ctrlKey: true }, false)).toBe(false)
  expect(matches('I', { ...bare, key: 'i', metaKey: true }, false)).toBe(false)
  expect(matches('I', { ...bare, key: 'i', altKey: true }, false)).toBe(false)
})

test('Mod is ⌘ on a Mac and Ctrl elsewhere, never the other one', () => {
  expect(matches('Mod+K', { ...bare, key: 'k', ctrlKey: true }, false)).toBe(true)
  expect(matches('Mod+K', { ...bare, key: 'k', metaKey: true }, false)).toBe(false)
  expect(matches('Mod+K', { ...bare, key: 'k', metaKey: true }, true)).toBe(true)
  expect(matches('Mod+K', { ...bare, key: 'k', ctrlKey: true }, true)).toBe(false)
  expect(matches('Mod+K', { ...bare, key: 'k' }, false)).toBe(false)
})

test('keys are printed as on the keyboard', () => {
  expect(printedKeys('Mod+K', false)).toBe('Ctrl K')
  expect(printedKeys('Mod+K', true)).toBe('⌘ K')
  expect(printedKeys('?', true)).toBe('?')
})

test('no two actions share their keys', () => {
  const keys = ACTION_LIST.map(([, action]) => action.keys)
  expect(new Set(keys).size).toBe(keys.length)
})
