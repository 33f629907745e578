import { IpcFailure } from '../failure'
import type { KeyPlaces, KeyStorage, PassphraseChange, VaultView } from '../types'
import { refuse } from './access'
import type { FakeVault } from './vault'

const FOLDER = '~/.local/share/com.keyholder.desktop'

/** What opens the vault, and where its keys are. */
export class FakeVaultWays {
  private readonly vault: FakeVault
  private readonly storage: KeyStorage

  constructor(vault: FakeVault, storage: KeyStorage) {
    this.vault = vault
    this.storage = storage
  }

  places(): KeyPlaces {
    const held = this.storage.kind === 'keychain'
    const view = this.vault.view()
    return {
      storage: this.storage,
      service: 'https://id.example.com',
      device_key: held,
      session: held,
      vault_key: held && view.keychain,
      vault_file: `${FOLDER}/authenticator.vault`,
      vault_copy: view.status === 'absent' ? null : `${FOLDER}/authenticator.vault.previous`,
    }
  }

  change(
    current: string | null,
    inKeychain: boolean,
    change: PassphraseChange,
    passphrase: string | null,
  ): VaultView {
    if (change === 'set' && (passphrase ?? '').length < 12) {
      const code = passphrase ? ('too_short' as const) : ('required' as const)
      throw new IpcFailure({
        code: 'invalid_fields',
        params: {},
        errors: [{ field: 'passphrase', code, params: { min: '12' } }],
      })
    }
    this.demandKey(current)
    const before = this.vault.passphrase
    const after = { keep: before, remove: null, set: passphrase }[change]
    if (!inKeychain && after === null) {
      throw refuse('vault_last_way')
    }
    this.vault.passphrase = after
    this.vault.byKeychain = inKeychain
    return this.vault.view()
  }

  /** What is shown once more before what cannot be taken back. */
  demandKey(current: string | null): void {
    this.vault.list(false)
    if (this.vault.passphrase === null) {
      return
    }
    if (current === null) {
      throw new IpcFailure({
        code: 'invalid_fields',
        params: {},
        errors: [{ field: 'current', code: 'required', params: {} }],
      })
    }
    this.vault.demandPassphrase(current)
  }
}
