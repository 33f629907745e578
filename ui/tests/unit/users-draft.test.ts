import { describe, expect, it } from 'vitest'
import {
  emptyDraft,
  isTouched,
  missing,
  SubmissionKeys,
  stepOf,
  toRequest,
} from '../../src/features/users/add/draft'
import { reviewSentence } from '../../src/features/users/add/reviewSentence'
import { ROLES } from '../../src/ipc/fake/catalogue'
import { createL10n } from '../../src/l10n/l10n'
import { bundleOf } from './words'

const english = createL10n('en', 'en-GB', bundleOf('en'))
const nina = {
  ...emptyDraft('de'),
  email: 'nina@example.com',
  givenName: ' Nina ',
  familyName: 'Hofer',
  roleIds: ['role-cashier'],
}
const roles = ROLES.map((role) => ({ ...role, grantable: true, refusal: null, members: null }))

describe('the draft of a user', () => {
  it('s017 needs name and address, and nothing else on the first step', () => {
    expect(missing(emptyDraft('en'), 'who').map(({ field }) => field)).toEqual([
      'email',
      'given_name',
      'family_name',
    ])
    expect(missing({ ...nina, kind: 'unverified', email: '' }, 'who')).toEqual([])
    expect(missing(nina, 'who')).toEqual([])
  })

  it('c07 does not go on with "only these" and no location', () => {
    const only = { ...nina, scope: 'only' as const }
    expect(missing(only, 'access')).toEqual([
      { field: 'scope.location_ids', code: 'too_few', params: { min: '1' } },
    ])
    expect(missing({ ...only, locations: [{ id: 'l', name: 'L' }] }, 'access')).toEqual([])
    expect(missing({ ...only, groups: [{ id: 'g', name: 'G' }] }, 'access')).toEqual([])
    expect(missing({ ...nina, roleIds: [] }, 'access')[0]?.field).toBe('role_ids')
  })

  it('s033 s035 never asks for the invitation by itself', () => {
    expect(toRequest(nina).invite).toBe(false)
  })

  it('s026 sends no address for a generated name, and no locations unless "only these"', () => {
    const draft = { ...nina, kind: 'unverified' as const, locations: [{ id: 'l', name: 'L' }] }
    expect(toRequest(draft)).toMatchObject({
      email: null,
      scope: { kind: 'all', location_ids: [] },
    })
  })

  it('leads each field of an answer to the step that shows it', () => {
    expect(stepOf('email')).toBe('who')
    expect(stepOf('role_ids')).toBe('access')
    expect(stepOf('scope.location_ids')).toBe('access')
    expect(stepOf('invite')).toBe('review')
  })

  it('knows whether something would be missed', () => {
    expect(isTouched(emptyDraft('en'))).toBe(false)
    expect(isTouched(nina)).toBe(true)
  })
})

it('a submission keeps its key while it is repeated, and gets another once it changes', () => {
  let made = 0
  const keys = new SubmissionKeys(() => `key-${++made}`)
  expect(keys.keyOf(toRequest(nina))).toBe('key-1')
  expect(keys.keyOf(toRequest({ ...nina }))).toBe('key-1')
  expect(keys.keyOf(toRequest({ ...nina, email: 'other@example.com' }))).toBe('key-2')
})

describe('the review', () => {
  it('is one plain sentence', () => {
    expect(reviewSentence(english, nina, roles)).toBe(
      'Nina Hofer signs in as nina@example.com, with the role Cashier, at all locations.',
    )
    const two = {
      ...nina,
      roleIds: ['role-cashier', 'role-support'],
      scope: 'only' as const,
      locations: [
        { id: 'a', name: 'Airport' },
        { id: 'b', name: 'Konstanz' },
      ],
    }
    expect(reviewSentence(english, two, roles)).toBe(
      'Nina Hofer signs in as nina@example.com, with the roles Cashier and Support, only at Airport and Konstanz.',
    )
    expect(reviewSentence(english, { ...nina, kind: 'unverified', scope: 'none_yet' }, roles)).toBe(
      'Nina Hofer signs in with a generated name, with the role Cashier, at no location yet.',
    )
  })
})
