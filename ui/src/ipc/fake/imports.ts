import { IpcFailure } from '../failure'
import type { ImportAccount, ImportProgram, ImportStep, LeftOutFile } from '../types'
import { refuse } from './access'
import type { FakeVault } from './vault'

/** The password of every file that has one. */
export const FAKE_FILE_PASSWORD = 'quiet harbour lights'

/** What is picked in the dialog, dropped, or lies on the clipboard. */
export type FakeHandedOver =
  | 'nothing'
  | 'unknown'
  | 'list'
  | 'picture'
  | 'blank'
  | 'several'
  | 'parts'
  | 'aegis'
  | 'backup'
  | 'many'

const SEALED: Partial<Record<FakeHandedOver, ImportProgram>> = {
  aegis: 'aegis',
  backup: 'keyholder',
}

/** Taking accounts over, with made-up files. */
export class FakeImports {
  /** What the dialog gives next, and what lies on the clipboard. */
  handedOver: FakeHandedOver
  /** Whether a link that somebody opened waits to be looked at. */
  linkWaits = false
  private sealed: FakeHandedOver | null = null
  private found: ImportAccount[] | null = null
  private readonly vault: FakeVault

  constructor(vault: FakeVault, handedOver: FakeHandedOver) {
    this.vault = vault
    this.handedOver = handedOver
  }

  /** The account of the link that waits. */
  takeLink(): ImportStep {
    this.vault.list(false)
    if (!this.linkWaits) {
      return { kind: 'nothing' }
    }
    this.linkWaits = false
    this.forget()
    return this.read('picture', null)
  }

  look(file: string | null): ImportStep {
    this.vault.list(false)
    this.forget()
    const what = this.handedOver
    if (what === 'nothing') {
      return { kind: 'nothing' }
    }
    if (what === 'unknown') {
      throw refuse('import_unknown')
    }
    const program = SEALED[what]
    if (program !== undefined) {
      this.sealed = what
      return { kind: 'password', program, file }
    }
    return this.read(what, file)
  }

  open(password: string): ImportStep {
    const what = this.sealed
    if (what === null) {
      throw refuse('import_gone')
    }
    if (password === '') {
      throw new IpcFailure({
        code: 'invalid_fields',
        params: {},
        errors: [{ field: 'password', code: 'required', params: {} }],
      })
    }
    if (password !== FAKE_FILE_PASSWORD) {
      throw refuse('import_wrong_password', { program: SEALED[what] ?? 'list' })
    }
    this.sealed = null
    return this.read(what, what === 'backup' ? 'keyholder-codes.vault' : 'aegis-backup.json')
  }

  complete(places: readonly number[], replace: boolean): number {
    const found = this.found
    if (found === null) {
      throw refuse('import_gone')
    }
    const chosen = found.filter(
      ({ known }, place) =>
        places.includes(place) && (known === 'no' || (replace && known === 'in_vault')),
    )
    if (chosen.length === 0) {
      throw refuse('import_nothing_chosen')
    }
    this.vault.takeOver(chosen, replace)
    this.forget()
    return chosen.length
  }

  forget(): null {
    this.sealed = null
    this.found = null
    return null
  }

  private read(what: FakeHandedOver, file: string | null): ImportStep {
    const kept = this.vault.list(false)
    const account = (issuer: string, name: string): ImportAccount => ({
      issuer,
      name,
      kind: 'time',
      known: kept.some((each) => each.issuer === issuer && each.name === name) ? 'in_vault' : 'no',
    })
    const preview = {
      kind: 'preview' as const,
      program: SEALED[what] ?? ('list' as ImportProgram),
      file: what === 'several' ? null : file,
      files: what === 'several' ? 5 : 1,
      left_out: [] as LeftOutFile[],
      found: [account('Parcel service', 'maria.keller')],
      refused: [] as { place: number; name: string; reason: string }[],
      missing_parts: [] as number[],
    }
    if (what === 'blank') {
      preview.found = []
    } else if (what === 'several') {
      const left = (file: string, code: string) => ({ file, why: { code, params: {}, errors: [] } })
      preview.found = [...preview.found, account('Warehouse', 'maria.keller')]
      preview.left_out = [left('holiday.jpg', 'import_nothing'), left('aegis.json', 'import_alone')]
    } else if (what === 'many') {
      preview.found = Array.from({ length: 2_000 }, (_, each) => account(`Import ${each}`, 'maria'))
    } else if (what === 'parts') {
      preview.program = 'google'
      preview.missing_parts = [2, 3]
    } else if (what !== 'picture') {
      preview.found = [
        ...preview.found,
        account('Payroll', 'maria.keller@alpenkiosk.example'),
        account('Mail', 'maria@keller.example'),
        { ...account('Payroll', 'maria.keller@alpenkiosk.example'), known: 'in_file' },
      ]
      if (what !== 'backup') {
        preview.refused = [
          { place: 3, name: 'Müller & Söhne: maria', reason: 'cut_off' },
          { place: 6, name: '', reason: 'not_understood' },
        ]
      }
    }
    this.found = preview.found
    return preview
  }
}
