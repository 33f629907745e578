/** The most users that are added in one go. */
export const MOST_AT_ONCE = 1_000

/** What stands against an address as far as its writing tells; the service says the rest. */
export type AddressFault = 'not_an_email' | 'name_missing'

/** One person of a pasted list. */
export interface Address {
  email: string
  givenName: string
  familyName: string
  fault: AddressFault | null
}

/** A pasted list: each address once, in the order of the list. */
export interface Pasted {
  addresses: readonly Address[]
  /** How many stood there again. */
  repeated: number
}

/** `"Hofer, Nina" <nina@…>`, `Nina Hofer <nina@…>`, or an address alone. */
const ENTRY = /(?:"([^"\n]*)"|([^"<>,;\n@]*?))\s*<([^<>\n]*)>|[^\s,;<>"]+/g
/** Roughly an address: what cannot be one is not sent to the service. */
const ADDRESS = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/u

/** Reads addresses that are parted by commas, semicolons, spaces or lines. */
export function readAddresses(text: string): Pasted {
  const found = new Map<string, Address>()
  let repeated = 0
  for (const [whole, quoted, plain, inBrackets] of text.matchAll(ENTRY)) {
    const email = (inBrackets ?? whole).trim()
    const key = email.toLowerCase()
    const address = read(email, (quoted ?? plain ?? '').trim())
    const former = found.get(key)
    repeated += former ? 1 : 0
    // Where only one of the two comes with a name, that one counts.
    if (!former || (former.fault !== null && address.fault === null)) {
      found.set(key, address)
    }
  }
  return { addresses: [...found.values()], repeated }
}

/** Those of a list that can be sent to the service. */
export function toAdd(text: string): readonly Address[] {
  return readAddresses(text).addresses.filter(({ fault }) => fault === null)
}

function read(email: string, written: string): Address {
  if (!ADDRESS.test(email)) {
    return { email, givenName: '', familyName: '', fault: 'not_an_email' }
  }
  const [givenName, familyName] = written === '' ? nameOfMailbox(email) : nameOf(written)
  const fault = givenName === '' || familyName === '' ? 'name_missing' : null
  return { email, givenName, familyName, fault }
}

/** "Nina Maria Hofer" or "Hofer, Nina Maria". */
function nameOf(written: string): [string, string] {
  const comma = written.indexOf(',')
  if (comma >= 0) {
    return [written.slice(comma + 1).trim(), written.slice(0, comma).trim()]
  }
  const space = written.lastIndexOf(' ')
  return [written.slice(0, Math.max(space, 0)).trim(), written.slice(space + 1)]
}

/** `nina.hofer@…` is Nina Hofer; a mailbox of one word tells no name. */
function nameOfMailbox(email: string): [string, string] {
  const words = (email.split('@')[0] ?? '')
    .split('+', 1)
    .flatMap((mailbox) => mailbox.split(/[._]/))
    .map((word) => word.replace(/\d/g, ''))
    .filter((word) => word !== '')
    .map(capital)
  return words.length < 2 ? ['', ''] : [words.slice(0, -1).join(' '), words.at(-1) ?? '']
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
