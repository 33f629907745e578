import { expect, it } from 'vitest'
import { bundleOf } from '../../../../tests/unit/words'
import { createL10n } from '../../../l10n/l10n'
import { columnsOf, withColumn } from './columns'
import { filterChips } from './filterChips'
import { BY_NAME, isNarrowed, NO_FILTERS, toQuery, withFacet, withoutChip } from './userQuery'

const english = createL10n('en', 'en', bundleOf('en'))

it('asks for a count with the first page only, and for nothing but white space not at all', () => {
  expect(toQuery({ ...NO_FILTERS, search: '  ' }, BY_NAME, null, 100)).toEqual({
    search: null,
    status: [],
    role: [],
    location: [],
    kind: null,
    origin: [],
    second_factor: [],
    sign_in_way: [],
    never_signed_in: false,
    idle_days: null,
    sort: 'name',
    order: 'ascending',
    cursor: null,
    limit: 100,
    count: true,
  })
  expect(toQuery(NO_FILTERS, BY_NAME, 'abc', 100)).toMatchObject({ cursor: 'abc', count: false })
})

it('turns every filter that is on into a chip, and takes it away by its chip', () => {
  const filters = {
    search: 'kel',
    status: ['active', 'deactivated'] as const,
    role: ['r:1'],
    location: ['l1'],
    kind: 'unverified' as const,
    origin: [],
    factor: ['none'] as const,
    way: ['external'] as const,
    neverSignedIn: true,
    idleDays: 90,
  }
  const roles = [
    {
      id: 'r:1',
      version: 1,
      built_in: 'cashier' as const,
      name: null,
      permissions: [],
      grantable: true,
      refusal: null,
      members: null,
    },
  ]
  const chips = filterChips(english, filters, roles, new Map([['l1', 'Airport']]))
  expect(chips.map(({ label }) => label)).toEqual([
    'Active',
    'Deactivated',
    'Cashier',
    'Airport',
    'No second factor',
    'Microsoft or another provider',
    'Never signed in',
    'Not for 90 days',
    'Without e-mail',
  ])
  const left = chips.reduce((kept, { id }) => withoutChip(kept, id), filters as typeof NO_FILTERS)
  expect(left).toEqual({ ...NO_FILTERS, search: 'kel' })
  expect(isNarrowed(left)).toBe(true)
  expect(isNarrowed({ ...NO_FILTERS, search: ' ' })).toBe(false)
  expect(isNarrowed(withFacet(NO_FILTERS, 'role', ['x']))).toBe(true)
})

it('remembers columns, "none" included, and forgets those of other versions', () => {
  expect(columnsOf([])).toEqual(['status', 'roles', 'reach', 'last_sign_in_at', 'second_factor'])
  expect(columnsOf(['origin', 'status', 'from_the_future'])).toEqual(['status', 'origin'])
  expect(withColumn([], 'origin', true)).toEqual([
    'status',
    'roles',
    'reach',
    'last_sign_in_at',
    'second_factor',
    'origin',
  ])
  const none = withColumn(['status'], 'status', false)
  expect(columnsOf(none)).toEqual([])
  expect(columnsOf(withColumn(none, 'kind', true))).toEqual(['kind'])
})
