import type { Language } from '../ipc/types'

/** Each language is a file of its own, and only the chosen one is read. */
const FILES: Record<Language, () => Promise<{ sources: readonly string[] }>> = {
  en: () => import('./catalogues/en'),
  de: () => import('./catalogues/de'),
  fr: () => import('./catalogues/fr'),
}

const read = new Map<Language, readonly string[]>()

/** The catalogues of a language, if they were read already. */
export function catalogueInHand(language: Language): readonly string[] | null {
  return read.get(language) ?? null
}

/** Reads the catalogues of a language; reading them again costs nothing. */
export async function readCatalogue(language: Language): Promise<readonly string[]> {
  const sources = read.get(language) ?? (await FILES[language]()).sources
  read.set(language, sources)
  return sources
}
