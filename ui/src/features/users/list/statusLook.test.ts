import { expect, it } from 'vitest'
import { bundleOf } from '../../../../tests/unit/words'
import type { Status } from '../../../ipc/types'
import { createL10n } from '../../../l10n/l10n'
import { STATUS_LOOK, statusDetail } from './statusLook'

const NOW = Date.parse('2026-06-15T10:00:00Z')
const HOUR = 3_600_000
const english = createL10n('en', 'en-GB', bundleOf('en', 'en-GB'))

function detail(kind: Status['kind'], since: number | null, until: number | null): string | null {
  const at = (hours: number | null) =>
    hours === null ? null : new Date(NOW + hours * HOUR).toISOString()
  return statusDetail(english, { kind, since: at(since), until: at(until) }, NOW)
}

it('s049 says beside the word since when, until when, or what is needed', () => {
  expect(detail('activation_link_sent', -72, 5)).toBe('link ends in 5 hours')
  expect(detail('activation_link_expired', -24 * 4, null)).toBe('4 days ago')
  expect(detail('deactivated', -49, null)).toBe('2 days ago')
  expect(detail('locked_attempts', null, 0.5)).toMatch(/^until .*30, wrong passwords$/)
  expect(detail('deleted', -24, 24 * 29)).toBe('erased in 29 days')
  expect(detail('not_invited', null, null)).toBe('no link sent yet')
  expect(detail('active', null, null)).toBeNull()
})

it('s046 tells the two locks apart, each with what comes next', () => {
  expect(detail('locked_attempts', null, 0.5)).toMatch(/^until .*30, wrong passwords$/)
  expect(detail('locked_inactivity', null, null)).toBe('needs a reset link')
  expect(STATUS_LOOK.locked_attempts).not.toEqual(STATUS_LOOK.locked_inactivity)
})

it('claims no moment that the service did not give', () => {
  expect(detail('activation_link_sent', null, null)).toBeNull()
  expect(detail('deactivated', null, null)).toBeNull()
  expect(detail('locked_attempts', null, null)).toBeNull()
})

it('s049 gives every status a symbol and a word of its own', () => {
  const words = Object.keys(STATUS_LOOK).map((kind) => english.text(`status-${kind}`))
  expect(new Set(words).size).toBe(words.length)
})
