/** Second-level names that are no name of anybody: "example.co.uk". */
const SHARED = new Set(['co', 'com', 'org', 'net', 'ac', 'gov'])

/**
 * What an issuer may be known as: its whole name, or the name before the ending of its address. A part of a
 * name is not enough: "Apple Valley Bank" is not Apple.
 */
export function brandNames(issuer: string): string[] {
  const lower = issuer.normalize('NFKC').trim().toLowerCase()
  const whole = lower.replace(/[^\p{Letter}\p{Number}]+/gu, '')
  const host = /^(?:https?:\/\/)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/:].*)?$/.exec(lower)?.[1]
  const labels = host?.split('.').slice(0, -1) ?? []
  const last = labels.at(-1)
  const name = last !== undefined && SHARED.has(last) ? labels.at(-2) : last
  return name === undefined ? [whole] : [whole, name]
}
