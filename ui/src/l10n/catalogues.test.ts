import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bundleOf, SOURCES } from '../../tests/unit/words'
import { permissionKey } from './problem'

const LANGUAGES = ['en', 'de', 'fr'] as const
const ROOT = join(import.meta.dirname, '../../..')

function keysOf(source: string): string[] {
  return [...source.matchAll(/^([a-z][\w-]*) =/gm)].map(([, key]) => key ?? '')
}

/** The words that an enum of the Rust sources has on the wire. */
function wireWords(file: string, name: string): string[] {
  const source = readFileSync(join(ROOT, 'crates', file), 'utf8')
  const body =
    new RegExp(`pub(?:\\(crate\\))? enum ${name} \\{([\\s\\S]*?)\\n\\}`).exec(source)?.[1] ?? ''
  const variants = body.matchAll(/(?:#\[serde\(rename = "([^"]+)"\)\]\s*)?^\s{4}([A-Z]\w*),$/gm)
  const words = [...variants].map(
    ([, renamed, variant = '']) =>
      renamed ?? variant.replace(/(?<!^)([A-Z])/g, '_$1').toLowerCase(),
  )
  expect(words, `${name} in ${file}`).not.toHaveLength(0)
  return words
}

const english = new Set(SOURCES.en.flatMap(keysOf))

describe('the catalogues', () => {
  it.each(LANGUAGES)('of %s parse, and no key occurs twice', (language) => {
    expect(() => bundleOf(language)).not.toThrow()
    const keys = SOURCES[language].flatMap(keysOf)
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  it.each(['de', 'fr'] as const)('of %s have the keys of the English ones', (language) => {
    const theirs = SOURCES[language].map(keysOf)
    const ours = SOURCES.en.map(keysOf)
    expect(theirs.map((keys) => [...keys].sort())).toEqual(ours.map((keys) => [...keys].sort()))
  })

  it.each(['de', 'fr'] as const)('of %s name the same values as the English ones', (language) => {
    const values = (source: string) =>
      Object.fromEntries(
        source
          .split(/^(?=[a-z][\w-]* =)/m)
          .slice(1)
          .map((message) => [
            keysOf(message)[0],
            [...new Set([...message.matchAll(/\$(\w+)/g)].map(([, value]) => value))].sort(),
          ]),
      )
    SOURCES.en.forEach((source, index) => {
      expect(values(SOURCES[language][index] ?? '')).toEqual(values(source))
    })
  })

  it('have no exclamation marks, straight quotes or three dots', () => {
    for (const language of LANGUAGES) {
      for (const line of SOURCES[language].join('\n').split('\n')) {
        if (!line.startsWith('#')) {
          // Typewriter quotes may stand in Fluent literals only: { "" }.
          expect(line.replace(/\{\s*"[^"]*"\s*\}/g, '')).not.toMatch(/[!"']|\.\.\./)
        }
      }
    }
  })

  it('set French punctuation apart with spaces that do not break', () => {
    for (const line of SOURCES.fr.join('\n').split('\n')) {
      if (!line.startsWith('#')) {
        // A plain space before them, or none at all; `https:` and keys have no space behind.
        expect(line).not.toMatch(/ [:;?»](\s|$)|« |[^\s:;?»][:;?»](\s|$)/)
      }
    }
  })
})

describe('every value of the contract has its words', () => {
  it.each([
    ['contract/src/problem.rs', 'ErrorCode', (word: string) => [`problem-${word}`]],
    ['contract/src/problem.rs', 'FieldCode', (word: string) => [`field-${word}`]],
    ['contract/src/user.rs', 'ScopeKind', (word: string) => [`scope-${word}`]],
    ['contract/src/user.rs', 'UserAction', (word: string) => [`user-action-${word}`]],
    [
      'domain/src/user_status.rs',
      'UserStatusKind',
      (word: string) => [`status-${word}`, `status-${word}-meaning`],
    ],
    [
      'domain/src/role.rs',
      'BuiltInRole',
      (word: string) => [`role-${word}`, `role-${word}-description`],
    ],
    [
      'domain/src/permission.rs',
      'Permission',
      (word: string) => [permissionKey(word), `${permissionKey(word)}-description`],
    ],
    ['domain/src/permission.rs', 'Area', (word: string) => [`area-${word}`]],
    ['domain/src/permission.rs', 'Precondition', (word: string) => [`precondition-${word}`]],
    ['domain/src/user.rs', 'UserKind', (word: string) => [`kind-${word}`]],
    ['domain/src/origin.rs', 'Origin', (word: string) => [`origin-${word}`]],
    ['domain/src/directory_query.rs', 'SortKey', (word: string) => [`sort-${word}`]],
    ['domain/src/directory_query.rs', 'SortOrder', (word: string) => [`order-${word}`]],
    ['domain/src/audit.rs', 'AuditAction', (word: string) => [`audit-${word}`]],
    ['domain/src/customer.rs', 'CustomerMode', (word: string) => [`mode-${word}`]],
    ['domain/src/location.rs', 'TerminalKind', (word: string) => [`terminal-${word}`]],
    ['updates/src/refusal.rs', 'Refusal', (word: string) => [`problem-update_${word}`]],
    ['../src-tauri/src/updater/fault.rs', 'Fault', (word: string) => [`problem-update_${word}`]],
    [
      '../src-tauri/src/updater/status.rs',
      'WhyUnfollowed',
      (word: string) => [`updates-why-${word}`],
    ],
    [
      '../src-tauri/src/keychain/problem.rs',
      'KeyStorageProblem',
      (word: string) => [`key-storage-title-${word}`, `key-storage-problem-${word}`],
    ],
    ['../src-tauri/src/surroundings.rs', 'TrayProblem', (word: string) => [`tray-problem-${word}`]],
    ['../src-tauri/src/vault/problem.rs', 'VaultCode', (word: string) => [`problem-${word}`]],
    [
      '../src-tauri/src/vault/import/view.rs',
      'ImportProgram',
      (word: string) => [`import-program-${word}`],
    ],
    ['contract/src/audit.rs', 'AuditFaultKind', (word: string) => [`activity-fault-${word}`]],
    ['contract/src/statistics.rs', 'InvitationAge', (word: string) => [`chart-age-${word}`]],
    ['domain/src/pending_change.rs', 'ChangeState', (word: string) => [`change-state-${word}`]],
    ['domain/src/pending_change.rs', 'ChangeKind', (word: string) => [`approvals-title-${word}`]],
    ['domain/src/location_request.rs', 'RequestState', (word: string) => [`request-state-${word}`]],
    ['domain/src/recovery.rs', 'RecoveryState', (word: string) => [`recovery-state-${word}`]],
    ['domain/src/recovery.rs', 'StoppedBy', (word: string) => [`recovery-stopped-${word}`]],
    ['domain/src/language.rs', 'Language', (word: string) => [`language-${word}`]],
  ])('%s: %s', (file, name, keys) => {
    const needed = wireWords(file, name).flatMap(keys)
    expect(needed.filter((key) => !english.has(key))).toEqual([])
  })

  it('the errors that arise in the app itself', () => {
    for (const code of [
      'offline',
      'server_unreachable',
      'invalid_server_address',
      'insecure_server_address',
      'unexpected_reply',
      'app_too_old',
      'autostart_failed',
      'shortcut_refused',
      'not_confirmed',
      'unknown',
    ]) {
      expect(english).toContain(`problem-${code}`)
    }
  })

  it('the risk of each critical permission', () => {
    const source = readFileSync(join(ROOT, 'crates/domain/src/permission.rs'), 'utf8')
    const codes = new Map(
      [...source.matchAll(/Self::(\w+) => "([a-z_.]+)"/g)].map(([, variant, code]) => [
        variant,
        code ?? '',
      ]),
    )
    const critical = [...source.matchAll(/Self::(\w+) => entry\(.*\.critical\(\)/g)].map(
      ([, variant]) => codes.get(variant ?? '') ?? '',
    )
    expect(critical.length).toBeGreaterThan(5)
    expect(critical.filter((code) => !english.has(`${permissionKey(code)}-risk`))).toEqual([])
  })
})

describe('keys in the code', () => {
  const files = readdirSync(join(ROOT, 'ui/src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|bindings/.test(file))
    .map((file) => readFileSync(join(ROOT, 'ui/src', file), 'utf8'))

  it('exist', () => {
    const literal = files.flatMap((file) =>
      [...file.matchAll(/\btext\(\s*'([\w-]+)'/g)].map(([, key]) => key ?? ''),
    )
    expect(literal.length).toBeGreaterThan(100)
    expect([...new Set(literal)].filter((key) => !english.has(key))).toEqual([])
  })

  it('of the screens are all used', () => {
    const all = files.join('\n')
    const prefixes = [...all.matchAll(/`([a-z]+-[\w-]*)\$\{/g)].map(([, prefix]) => prefix ?? '')
    const unused = keysOf(SOURCES.en[0] ?? '').filter(
      (key) => !all.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)),
    )
    expect(unused).toEqual([])
  })
})
