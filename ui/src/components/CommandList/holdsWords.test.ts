import { expect, test } from 'vitest'
import { holdsWords } from './holdsWords'

test('words are found in any order, case and without accents', () => {
  expect(holdsWords('Language: Français', 'francais LANG')).toBe(true)
  expect(holdsWords('Langue : français', 'Français')).toBe(true)
})

test('a word that is not there is not found', () => {
  expect(holdsWords('Add user', 'add role')).toBe(false)
})

test('nothing typed is held by everything', () => {
  expect(holdsWords('Add user', '  ')).toBe(true)
})
