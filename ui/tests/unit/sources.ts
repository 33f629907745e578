import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder `ui/`. */
export const UI = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** A file of the UI, with its path below `ui/src`. */
export interface Source {
  path: string
  text: string
}

/** Every source file whose name ends so. */
export function sources(...endings: string[]): Source[] {
  const root = join(UI, 'src')
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** What a file imports: packages by name, own files by their path below `ui/src`. */
export function importsOf({ path, text }: Source): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target = '']) =>
    target.startsWith('.') ? relative('/', resolve('/', dirname(path), target)) : target,
  )
}
