import { describe, expect, it } from 'vitest'
import { bundleOf } from '../../tests/unit/words'
import { formatsOf } from './formats'
import { createL10n } from './l10n'
import { chooseLanguage } from './language'
import { pseudo } from './pseudo'

const NOW = Date.parse('2026-06-15T10:00:00Z')
const english = createL10n('en', 'en-GB', bundleOf('en', 'en-GB'))
const german = createL10n('de', 'de-CH', bundleOf('de', 'de-CH'))

describe('the language', () => {
  it('is the chosen one, else the first of the system that we speak, else English', () => {
    expect(chooseLanguage('fr', ['de-CH']).language).toBe('fr')
    expect(chooseLanguage('system', ['it-IT', 'de-CH', 'en']).language).toBe('de')
    expect(chooseLanguage('system', ['it-IT']).language).toBe('en')
  })

  it('keeps the region of the system where it fits', () => {
    expect(chooseLanguage('system', ['de_CH']).locale).toBe('de-CH')
    expect(chooseLanguage('de', ['en-US', 'de-AT']).locale).toBe('de-AT')
    expect(chooseLanguage('fr', ['en-US']).locale).toBe('fr')
  })
})

describe('moments', () => {
  const { relative } = formatsOf('en')
  const at = (hours: number) => relative(new Date(NOW + hours * 3_600_000).toISOString(), NOW)

  it('are told in the unit that says most, rounded towards now', () => {
    expect(at(-72)).toBe('3 days ago')
    expect(at(5.9)).toBe('in 5 hours')
    expect(at(47)).toBe('in 47 hours')
    expect(at(-48)).toBe('2 days ago')
    expect(at(-71)).toBe('2 days ago')
    expect(at(71.2)).toBe('in 71 hours')
    expect(at(71.999)).toBe('in 72 hours')
    expect(at(97)).toBe('in 4 days')
    expect(at(-0.5)).toBe('30 minutes ago')
    expect(at(0)).toBe('now')
    expect(at(-24 * 70)).toBe('2 months ago')
    expect(at(-24 * 365 * 3)).toBe('3 years ago')
  })
})

describe('problems', () => {
  it('name the permission and who can give it', () => {
    expect(
      english.problem({ code: 'permission_missing', params: { permission: 'users.manage' } }),
    ).toBe('This needs the permission “Manage users”. A merchant administrator can give it to you.')
    expect(english.problem({ code: 'permission_missing' })).toContain('You lack a permission')
  })

  it('list what the caller lacks in words', () => {
    expect(
      german.problem({
        code: 'grants_more',
        params: { permissions: 'payouts.view, transactions.credit' },
      }),
    ).toContain('Auszahlungen und Gutschrift')
  })

  it('count seconds, and do without a number', () => {
    const wait = (retry_after: string) =>
      english.problem({ code: 'too_many_requests', params: { retry_after } })
    expect(wait('30')).toContain('30 seconds')
    expect(wait('1')).toContain('one second')
    expect(wait('3599')).toContain('60 minutes')
    expect(english.problem({ code: 'too_many_requests' })).toContain('Wait a moment')
  })

  it('have words for codes of a newer service, too', () => {
    expect(english.problem({ code: 'brand_new' })).toContain('brand_new')
    expect(english.fieldProblem({ field: 'x', code: 'brand_new' as 'required' })).toBe(
      english.text('field-malformed'),
    )
  })

  it('of fields name their bounds', () => {
    expect(english.fieldProblem({ field: 'x', code: 'too_long', params: { max: '100' } })).toBe(
      'Use at most 100 characters.',
    )
    expect(english.fieldProblem({ field: 'x', code: 'too_few', params: { min: '1' } })).toBe(
      'Choose at least one.',
    )
    expect(english.fieldProblem({ field: 'x', code: 'too_long' })).toBe('Make this shorter.')
  })
})

describe('text', () => {
  it('keeps right-to-left names from turning the sentence', () => {
    expect(english.text('users-details')).toBe('User details')
    expect(english.text('users-done-reactivate', { name: 'שרה' })).toContain('\u2068שרה\u2069')
    expect(english.text('users-done-reactivate', { name: 'Maria' })).not.toContain('\u2068')
  })

  it('shows markup in values as text', () => {
    expect(english.text('users-row-open', { name: '<b>Robert</b>' })).toBe(
      'Details of <b>Robert</b>',
    )
  })

  it('of an unknown key is a fault of ours', () => {
    expect(() => english.text('no-such-key')).toThrow('no-such-key')
  })

  it('is unlike any other in the pseudo-locale', () => {
    const strange = createL10n('en', 'en', bundleOf('en', 'en', pseudo))
    expect(strange.text('users-row-open', { name: 'Maria' })).toMatch(/^[^a-z]+ Maria$/)
  })
})
