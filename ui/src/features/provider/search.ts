/** The parts of a customer that an address can open. */
export const CUSTOMER_TABS = ['facts', 'locations', 'recoveries'] as const

export type CustomerTab = (typeof CUSTOMER_TABS)[number]

/** How an address can open a customer: with one of its parts. */
export interface CustomerSearch {
  tab?: CustomerTab
}

/** The part of an address that this screen understands; the rest is dropped. */
export function readSearch({ tab }: Record<string, unknown>): CustomerSearch {
  const known = CUSTOMER_TABS.find((each) => each === tab)
  return known === undefined ? {} : { tab: known }
}
