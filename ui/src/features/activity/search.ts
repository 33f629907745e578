import { useNavigate, useSearch } from '@tanstack/react-router'
import type { AuditAction } from '../../ipc/types'

/** Spans of time one can look at. */
export const SPANS = ['all', 'today', 'week', 'month', 'quarter'] as const
export type Span = (typeof SPANS)[number]

/** What the screen shows, as its address says it: so that every view of it can be led to. */
export interface ActivitySearch {
  /** A user, a role or another object. */
  about?: string
  action?: AuditAction[]
  span?: Span
}

/** The part of an address that this screen understands; the rest is dropped. */
export function readSearch(search: Record<string, unknown>): ActivitySearch {
  const { about, action, span } = search
  return {
    ...(typeof about === 'string' && /^[\w-]{1,64}$/.test(about) && { about }),
    ...(Array.isArray(action) &&
      action.length > 0 && {
        action: action.filter((one): one is AuditAction => typeof one === 'string'),
      }),
    ...(SPANS.some((known) => known === span) && span !== 'all' && { span: span as Span }),
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

const DAYS: Record<Exclude<Span, 'all' | 'today'>, number> = { week: 7, month: 30, quarter: 90 }

/** When a span begins: at midnight of the computer's clock, so that the list stays the same all day. */
export function beginOf(span: Span | undefined, now: number): string | null {
  if (span === undefined || span === 'all') {
    return null
  }
  const begin = new Date(now)
  begin.setHours(0, 0, 0, 0)
  if (span !== 'today') {
    begin.setDate(begin.getDate() - DAYS[span])
  }
  return begin.toISOString()
}
