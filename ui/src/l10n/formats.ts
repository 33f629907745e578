import type { Timestamp } from '../ipc/types'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MONTH = 30 * DAY
const YEAR = 365 * DAY

/** From how many seconds on a unit is used, largest first: "47 hours" says more than "tomorrow". */
const UNITS: readonly [from: number, size: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [2 * YEAR, YEAR, 'year'],
  [2 * MONTH, MONTH, 'month'],
  [2 * DAY, DAY, 'day'],
  [HOUR, HOUR, 'hour'],
  [MINUTE, MINUTE, 'minute'],
  [0, 1, 'second'],
]

/** Hours to come are told as hours up to here: "in 71 hours" says more than "in 2 days". */
const HOURS_TO_COME = 4 * DAY

/** A wait of 72 hours that has just begun is one of 72 hours. */
const JUST_BEGUN = MINUTE / 2

/** Moments, numbers and lists the way people of a locale write them. */
export interface Formats {
  /** "3 days ago", "in 71 hours"; less than a minute is "now". Rounds towards now. */
  relative(moment: Timestamp, now: number): string
  /** Day, month and year. */
  date(moment: Timestamp): string
  /** Day and time to the minute. */
  dateTime(moment: Timestamp): string
  /** Time to the minute. */
  time(moment: Timestamp): string
  number(value: number): string
  /** "a, b and c". */
  list(items: readonly string[]): string
}

/** Formats of a locale; the time zone is the computer's. */
export function formatsOf(locale: string): Formats {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  const number = new Intl.NumberFormat(locale)
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    relative: (moment, now) => {
      const seconds = (Date.parse(moment) - now) / 1000
      if (Math.abs(seconds) < MINUTE) {
        return relative.format(0, 'second')
      }
      const toCome = seconds > 0
      const away = Math.abs(seconds) + (toCome ? JUST_BEGUN : 0)
      const [, size, unit] = UNITS.find(
        ([from, , unit]) => away >= (toCome && unit === 'day' ? HOURS_TO_COME : from),
      ) ?? [0, 1, 'second']
      return relative.format(Math.sign(seconds) * Math.floor(away / size), unit)
    },
    date: (moment) => date.format(new Date(moment)),
    dateTime: (moment) => dateTime.format(new Date(moment)),
    time: (moment) => time.format(new Date(moment)),
    number: (value) => number.format(value),
    list: (items) => list.format(items),
  }
}
