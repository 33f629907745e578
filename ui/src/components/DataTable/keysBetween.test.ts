import { expect, test } from 'vitest'
import { keysBetween } from './keysBetween'

test('a range runs in either direction and includes both ends', () => {
  expect(keysBetween(['a', 'b', 'c', 'd'], 'b', 'd')).toEqual(['b', 'c', 'd'])
  expect(keysBetween(['a', 'b', 'c', 'd'], 'd', 'b')).toEqual(['b', 'c', 'd'])
  expect(keysBetween(['a', 'b'], 'a', 'a')).toEqual(['a'])
})

test('there is no range from a row that is no longer loaded', () => {
  expect(keysBetween(['a', 'b'], 'z', 'b')).toEqual([])
})
