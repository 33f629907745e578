/** The keys from one to another, both included, in the order of the list; none if one is not there. */
export function keysBetween(keys: readonly string[], one: string, other: string): string[] {
  const [from = -1, to = -1] = [keys.indexOf(one), keys.indexOf(other)].sort((a, b) => a - b)
  return from < 0 ? [] : keys.slice(from, to + 1)
}
