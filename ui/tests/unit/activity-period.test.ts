import { describe, expect, it } from 'vitest'
import { dayOf, periodOf, readSearch } from '../../src/features/activity/search'

const at = (year: number, month: number, day: number, hour = 0) =>
  new Date(year, month - 1, day, hour)
const NOW = at(2026, 6, 15, 12).getTime()

describe('the span of the activity', () => {
  it('begins and ends at midnight of the computer, and holds the last day as a whole', () => {
    expect(periodOf({ span: 'range', from: '2026-03-28', to: '2026-03-29' }, NOW)).toEqual({
      from: at(2026, 3, 28).toISOString(),
      until: at(2026, 3, 30).toISOString(),
    })
    expect(periodOf({ span: 'range', to: '2026-12-31' }, NOW)).toEqual({
      from: null,
      until: at(2027, 1, 1).toISOString(),
    })
  })

  it('has no end for what lasts until now', () => {
    expect(periodOf({ span: 'today' }, NOW)).toEqual({
      from: at(2026, 6, 15).toISOString(),
      until: null,
    })
    expect(periodOf({ span: 'week' }, NOW).from).toBe(at(2026, 6, 8).toISOString())
    expect(periodOf({}, NOW)).toEqual({ from: null, until: null })
    expect(dayOf(NOW)).toBe('2026-06-15')
  })

  it('takes days from an address only where they are days of a range', () => {
    expect(readSearch({ span: 'range', from: '2026-02-30', to: '2026-02-28' })).toEqual({
      span: 'range',
      to: '2026-02-28',
    })
    expect(readSearch({ span: 'week', from: '2026-02-01' })).toEqual({ span: 'week' })
    expect(readSearch({ span: 'range', from: '0002-01-01', to: 'x' })).toEqual({ span: 'range' })
  })
})
