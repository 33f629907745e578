/** Lower case without accents, so that "francais" finds "Français". */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
}

/** Whether a text holds every word that was typed, in any order. Nothing typed is held by all. */
export function holdsWords(text: string, typed: string): boolean {
  const held = plain(text)
  return plain(typed)
    .split(/\s+/)
    .every((word) => held.includes(word))
}
