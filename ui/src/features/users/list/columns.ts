import type { SortKey } from '../../../ipc/client'

/** The columns that one can choose; the name and the row's buttons are always there. */
export const OPTIONAL_COLUMNS = [
  'status',
  'roles',
  'reach',
  'last_sign_in_at',
  'second_factor',
  'sign_in_way',
  'sign_in_name',
  'kind',
  'created_at',
  'origin',
] as const

export type OptionalColumn = (typeof OPTIONAL_COLUMNS)[number]

const USUAL: readonly OptionalColumn[] = [
  'status',
  'roles',
  'reach',
  'last_sign_in_at',
  'second_factor',
]

/** Stands for "no column at all" in the preferences, where an empty list means "the usual ones". */
const NONE = 'none'

/** The columns of the preferences, in our order; unknown ones of other versions are left out. */
export function columnsOf(preference: readonly string[]): readonly OptionalColumn[] {
  return preference.length === 0
    ? USUAL
    : OPTIONAL_COLUMNS.filter((column) => preference.includes(column))
}

/** The preference after a column was switched on or off. */
export function withColumn(
  preference: readonly string[],
  column: OptionalColumn,
  shown: boolean,
): string[] {
  const next = new Set<string>(columnsOf(preference))
  if (shown) {
    next.add(column)
  } else {
    next.delete(column)
  }
  return next.size === 0 ? [NONE] : OPTIONAL_COLUMNS.filter((each) => next.has(each))
}

/** The columns that the service can sort by. */
export const SORTABLE: Partial<Record<OptionalColumn | 'name', SortKey>> = {
  name: 'name',
  sign_in_name: 'sign_in_name',
  created_at: 'created_at',
  last_sign_in_at: 'last_sign_in_at',
}
