import { expect, test } from 'vitest'
import { importsOf, type Source, sources } from './sources'

const files = sources('.ts', '.tsx')

/** Files that import something they must not, as "file → import". */
function offenders(of: (file: Source, target: string) => boolean): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((target) => of(file, target))
      .map((target) => `${file.path} → ${target}`),
  )
}

/** The part of the app that a path belongs to: `features/users`, `components`, `ipc`. */
function part(path: string): string {
  const [first = '', second = ''] = path.split('/')
  return first === 'features' ? `${first}/${second}` : first
}

test('only ipc/ knows Tauri', () => {
  expect(
    offenders(({ path }, target) => target.startsWith('@tauri-apps/') && part(path) !== 'ipc'),
  ).toEqual([])
})

test('no feature imports another', () => {
  expect(
    offenders(
      ({ path }, target) =>
        path.startsWith('features/') &&
        target.startsWith('features/') &&
        part(path) !== part(target),
    ),
  ).toEqual([])
})

test('components know neither the app, nor its features, nor the bridge, nor its words', () => {
  expect(
    offenders(
      ({ path }, target) =>
        part(path) === 'components' && /^(app|features|ipc|l10n)\b/.test(target),
    ),
  ).toEqual([])
})

test('features use the design system, not what it is built on', () => {
  expect(
    offenders(
      ({ path }, target) =>
        path.startsWith('features/') && /^(react-aria-components|lucide-react)/.test(target),
    ),
  ).toEqual([])
})

test('only the client chooses between the bridge and the fake', () => {
  expect(
    offenders(
      ({ path }, target) =>
        /^ipc\/(bridge|bindings|fake)/.test(target) &&
        path !== 'ipc/client.ts' &&
        !path.startsWith('ipc/'),
    ),
  ).toEqual([])
})

test('no file is longer than 800 lines', () => {
  expect(
    files
      .filter(({ path, text }) => path !== 'ipc/bindings.ts' && text.split('\n').length > 800)
      .map(({ path }) => path),
  ).toEqual([])
})
