import type { FluentResource } from '@fluent/bundle'
import type { Language } from '../ipc/types'

type Catalogues = readonly FluentResource[]

/** Each language is a file of its own, and only the chosen one is read. */
const FILES: Record<Language, () => Promise<{ catalogues: Catalogues }>> = {
  en: () => import('./catalogues/en'),
  de: () => import('./catalogues/de'),
  fr: () => import('./catalogues/fr'),
}

const read = new Map<Language, Catalogues>()

/** The catalogues of a language, if they were read already. */
export function catalogueInHand(language: Language): Catalogues | null {
  return read.get(language) ?? null
}

/** Reads the catalogues of a language; reading them again costs nothing. */
export async function readCatalogue(language: Language): Promise<Catalogues> {
  const catalogues = read.get(language) ?? (await FILES[language]()).catalogues
  read.set(language, catalogues)
  return catalogues
}
