import type { VaultEntry } from '../../ipc/client'

/** What an account says of whose it is. */
type Named = Pick<VaultEntry, 'issuer' | 'name'>

/** What an account is called in sentences. */
export function nameOf({ issuer, name }: Named, unnamed: string): string {
  return [issuer, name].filter((part) => part !== '').join(' · ') || unnamed
}

/** At most two letters that stand for an issuer. */
export function initialsOf({ issuer, name }: VaultEntry): string {
  const words = (issuer || name).split(/[^\p{Letter}\p{Number}]+/u).filter((word) => word !== '')
  const [first = '', second = ''] = words
  return (
    [...first].slice(0, second === '' ? 2 : 1).join('') + ([...second][0] ?? '')
  ).toUpperCase()
}

/** A code in two groups that are read more easily; five letters stay together. */
export function grouped(code: string): string {
  const half = code.length > 5 ? Math.ceil(code.length / 2) : code.length
  return [code.slice(0, half), code.slice(half)].filter((part) => part !== '').join('\u2009')
}

/** Lower case without accents, so that "societe" finds "Société". */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
}

/** Every entry with what it is found by; made once, so that a key press only compares. */
export function searchable(entries: readonly VaultEntry[]) {
  return entries.map((entry) => ({
    entry,
    held: plain([entry.issuer, entry.name, ...entry.tags].join('\n')),
  }))
}

/** The entries that hold every word that was typed, in their order. */
export function found(
  entries: readonly { entry: VaultEntry; held: string }[],
  typed: string,
): VaultEntry[] {
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
  return entries
    .filter(({ held }) => words.every((word) => held.includes(word)))
    .map(({ entry }) => entry)
}
