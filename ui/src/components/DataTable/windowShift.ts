/**
 * By how many rows everything on screen moved when a window onto a list slid from `before` to
 * `after`: positive when rows were put in front, negative when rows were dropped there. Zero when
 * the two have nothing in common, as then there is nothing to hold still.
 */
export function windowShift(before: readonly string[], after: readonly string[]): number {
  const [first] = after
  const [formerFirst] = before
  if (first === undefined || formerFirst === undefined || first === formerFirst) {
    return 0
  }
  const inserted = after.indexOf(formerFirst)
  if (inserted > 0) {
    return inserted
  }
  const dropped = before.indexOf(first)
  return dropped > 0 ? -dropped : 0
}
