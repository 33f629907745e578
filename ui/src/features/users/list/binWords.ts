import type { L10n } from '../../../l10n'

/** As wide as a separator and one figure: the filters beside it stay where they are when the count comes. */
const ROOM = '\u00a0\u00a0\u00a0\u2007'

/** The bin, with how many lie in it, if that is known and not nobody. */
export function binWords({ text, number }: L10n, count: number | null): string {
  const name = text('life-bin')
  return count ? text('life-count', { name, count: number(count) }) : `${name}${ROOM}`
}
