/** Invented people; names of several scripts, long ones, and ones that look like markup. */
export const GIVEN_NAMES = [
  'Maria',
  'Jonas',
  'Aylin',
  'Pierre',
  'Sofia',
  'Lukas',
  'Chiara',
  'Mehmet',
  'Anna',
  'Noah',
  'Léa',
  'Tomasz',
  'Fatima',
  'Björn',
  'Elena',
  'David',
  'Zoë',
  'Marek',
  'Ingrid',
  'Samuel',
  'Amélie',
  'Oskar',
  'Nadia',
  'Paul',
  'Hélène',
  'Ivan',
  'Mia',
  'Farid',
  'Greta',
  'Luca',
] as const

export const FAMILY_NAMES = [
  'Keller',
  'Brunner',
  'Yılmaz',
  'Dubois',
  'Rossi',
  'Weber',
  'Bianchi',
  'Öztürk',
  'Schmid',
  'Meier',
  'Lefèvre',
  'Kowalski',
  'Haddad',
  'Lindqvist',
  'Popescu',
  'Frei',
  'van den Berg',
  'Novák',
  'Sørensen',
  'Gerber',
  'Moreau',
  'Huber',
  'Benali',
  'Zimmermann',
  'Garnier',
  'Petrov',
  'Baumann',
  'Rahimi',
  'Vogel',
  'Conti',
] as const

/** The local part of an address: letters of the name without accents. */
export function addressOf(given: string, family: string, domain: string): string {
  const plain = (text: string) =>
    text
      .replaceAll('ı', 'i')
      .replaceAll('ø', 'o')
      .normalize('NFD')
      .replace(/[^a-zA-Z]/g, '')
      .toLowerCase()
  return `${plain(given)}.${plain(family)}@${domain}`
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** A generated sign-in name, the form of `crates/domain/src/username.rs`. */
export function usernameOf(number: number): string {
  let rest = (number * 2_654_435_761) % 2 ** 40
  let letters = ''
  for (let place = 0; place < 8; place += 1) {
    letters = ALPHABET.charAt(rest % 32) + letters
    rest = Math.floor(rest / 32)
  }
  return `u-${letters.slice(0, 4)}-${letters.slice(4)}`
}
