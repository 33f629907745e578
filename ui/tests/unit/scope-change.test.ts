import { expect, it } from 'vitest'
import { describeScopeChange } from '../../src/access/scope/scopeChange'
import {
  isComplete,
  type ScopeChoice,
  sameScope,
  toScope,
} from '../../src/access/scope/scopeChoice'
import { createL10n } from '../../src/l10n/l10n'
import { bundleOf } from './words'

const english = createL10n('en', 'en-GB', bundleOf('en'))
const named = (name: string) => ({ id: name, name })
const only = (...names: string[]): ScopeChoice => ({
  kind: 'only',
  locations: names.map(named),
  groups: [],
})
const all: ScopeChoice = { kind: 'all', locations: [], groups: [] }
const none: ScopeChoice = { kind: 'none_yet', locations: [], groups: [] }

it.each([
  [all, all, 'Nothing changes for Mia.'],
  [only('A', 'B'), only('B', 'A'), 'Nothing changes for Mia.'],
  [only('A'), all, 'Mia gains every location, including those added later.'],
  [all, only('A'), 'Mia keeps A and loses every other location.'],
  [none, only('A', 'B'), 'Mia gains: A and B.'],
  [only('A', 'B'), only('B'), 'Mia loses: A.'],
  [only('A'), only('B'), 'Mia gains: B. Lost are: A.'],
])('a change of locations is one plain sentence', (before, after, sentence) => {
  expect(describeScopeChange(english, 'Mia', before, after)).toBe(sentence)
})

it('c07 "only these" without a location is not complete, and the others carry no locations', () => {
  expect(isComplete(only())).toBe(false)
  expect(isComplete(none)).toBe(true)
  expect(toScope({ ...only('A'), kind: 'all' })).toEqual({
    kind: 'all',
    location_ids: [],
    group_ids: [],
  })
  expect(sameScope(only('A'), only('A', 'B'))).toBe(false)
})

it('l07 a group alone is complete, and another choice than its locations', () => {
  const north: ScopeChoice = { kind: 'only', locations: [], groups: [named('North')] }
  expect(isComplete(north)).toBe(true)
  expect(toScope(north)).toEqual({ kind: 'only', location_ids: [], group_ids: ['North'] })
  expect(sameScope(north, only())).toBe(false)
  expect(sameScope(north, { ...north, groups: [named('South')] })).toBe(false)
  expect(sameScope(north, { ...north })).toBe(true)
})
