import { useNavigate, useSearch } from '@tanstack/react-router'
import type { AuditAction } from '../../ipc/types'

/** Spans of time one can look at; the last one lies between two days. */
export const SPANS = ['all', 'today', 'week', 'month', 'quarter', 'range'] as const
export type Span = (typeof SPANS)[number]

/** What the screen shows, as its address says it: so that every view of it can be led to. */
export interface ActivitySearch {
  /** A user, a role or another object. */
  about?: string
  action?: AuditAction[]
  span?: Span
  /** With the span `range`: the first and the last day, as `2026-06-15`. */
  from?: string
  to?: string
}

/** The part of an address that this screen understands; the rest is dropped. */
export function readSearch(search: Record<string, unknown>): ActivitySearch {
  const { about, action, span, from, to } = search
  const range = span === 'range'
  return {
    ...(typeof about === 'string' && /^[\w-]{1,64}$/.test(about) && { about }),
    ...(Array.isArray(action) &&
      action.length > 0 && {
        action: action.filter((one): one is AuditAction => typeof one === 'string'),
      }),
    ...(SPANS.some((known) => known === span) && span !== 'all' && { span: span as Span }),
    ...(range && isDay(from) && { from }),
    ...(range && isDay(to) && { to }),
  }
}

/** What is shown, and how to show something else. */
export function useActivitySearch(): [ActivitySearch, (next: ActivitySearch) => void] {
  const search = readSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  return [
    search,
    (next) => void navigate({ to: '/activity', search: readSearch({ ...next }), replace: true }),
  ]
}

const DAYS = { today: 0, week: 7, month: 30, quarter: 90 }

/** From when until before when; `null` where there is no end. */
export interface Period {
  from: string | null
  until: string | null
}

/**
 * The moments of a span. Days begin at midnight of the computer's clock, so that the list stays the same
 * all day, and the last day of a range is in it as a whole.
 */
export function periodOf({ span, from, to }: ActivitySearch, now: number): Period {
  if (span === undefined || span === 'all') {
    return { from: null, until: null }
  }
  if (span === 'range') {
    return {
      from: from === undefined ? null : midnight(from, 0),
      until: to === undefined ? null : midnight(to, 1),
    }
  }
  return { from: midnight(dayOf(now), -DAYS[span]), until: null }
}

/** The day of a moment, by the computer's clock. */
export function dayOf(moment: number): string {
  const at = new Date(moment)
  const part = (number: number) => String(number).padStart(2, '0')
  return `${String(at.getFullYear()).padStart(4, '0')}-${part(at.getMonth() + 1)}-${part(at.getDate())}`
}

/** The beginning of a day so many days later. Days are not all 24 hours long. */
function midnight(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const at = new Date(0)
  at.setFullYear(year, month - 1, date + later)
  at.setHours(0, 0, 0, 0)
  return at.toISOString()
}

/** Whether a text is a day that a range can have. */
export function isDay(day: unknown): day is string {
  // 1970 is before every entry, and 9999 the last year that every part of the way can write.
  return (
    typeof day === 'string' &&
    /^(19[7-9]\d|[2-9]\d{3})-\d\d-\d\d$/.test(day) &&
    !Number.isNaN(Date.parse(day)) &&
    new Date(day).toISOString().startsWith(day)
  )
}
