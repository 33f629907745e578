import { expect, test } from 'vitest'
import { windowShift } from './windowShift'

test('rows put in front push everything down', () => {
  expect(windowShift(['c', 'd'], ['a', 'b', 'c', 'd'])).toBe(2)
})

test('rows dropped in front pull everything up', () => {
  expect(windowShift(['a', 'b', 'c', 'd'], ['c', 'd', 'e'])).toBe(-2)
})

test('rows added at the end move nothing', () => {
  expect(windowShift(['a', 'b'], ['a', 'b', 'c'])).toBe(0)
})

test('another list moves nothing', () => {
  expect(windowShift(['a', 'b'], ['x', 'y'])).toBe(0)
  expect(windowShift([], ['x'])).toBe(0)
  expect(windowShift(['x'], [])).toBe(0)
})
