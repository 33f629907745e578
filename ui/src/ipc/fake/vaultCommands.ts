import type { Backend } from '../backend'
import { refuse } from './access'
import type { Faults } from './faults'
import { firstCodes } from './firstCodes'
import type { FakeImports } from './imports'
import { FACTOR_CODE } from './passwords'
import type { FakeSecondFactors } from './secondFactors'
import type { FakeVault } from './vault'

/** One line for each command of the vault. What is copied goes to `copied`, what is saved to `files`. */
export function vaultCommands(
  faults: Faults,
  vault: FakeVault,
  imports: FakeImports,
  factors: FakeSecondFactors,
  copied: string[],
  files: string[],
): Pick<
  Backend,
  | 'readVault'
  | 'readClockError'
  | 'createVault'
  | 'unlockVault'
  | 'lockVault'
  | 'keepVaultOpen'
  | 'saveVaultBackup'
  | 'readFirstCodes'
  | 'listVaultEntries'
  | 'showCodes'
  | 'takeCode'
  | 'addAccountByLink'
  | 'addTypedAccount'
  | 'savePlainCodes'
  | 'saveCodeSheet'
  | 'readKeyPlaces'
  | 'changeVaultWays'
  | 'chooseImport'
  | 'takeDroppedImport'
  | 'linkWaits'
  | 'takeLink'
  | 'pasteImport'
  | 'captureImport'
  | 'openImport'
  | 'completeImport'
  | 'forgetImport'
  | 'setUpOnThisComputer'
  | 'offersSignInCode'
  | 'fillSignInCode'
  | 'changeVaultEntry'
  | 'removeVaultEntry'
> {
  return {
    readVault: () => faults.pass('readVault', () => vault.view()),
    readClockError: () => faults.pass('readClockError', () => vault.clockError),
    createVault: (inKeychain, passphrase) =>
      faults.pass('createVault', () => vault.create(inKeychain, passphrase)),
    unlockVault: (passphrase, copy) =>
      faults.pass('unlockVault', () => vault.unlock(passphrase, copy)),
    lockVault: () => faults.pass('lockVault', () => vault.lock()),
    keepVaultOpen: () => faults.pass('keepVaultOpen', () => null),
    saveVaultBackup: (passphrase) => faults.pass('saveVaultBackup', () => vault.backUp(passphrase)),
    readFirstCodes: (rows) => faults.pass('readFirstCodes', () => firstCodes(vault, rows)),
    listVaultEntries: (byUse) => faults.pass('listVaultEntries', () => vault.list(byUse)),
    showCodes: (ids) => faults.pass('showCodes', () => vault.codes(ids)),
    takeCode: (id) =>
      faults.pass('takeCode', () => {
        const { code, taken } = vault.take(id)
        copied.push(code)
        return taken
      }),
    addAccountByLink: (link) => faults.pass('addAccountByLink', () => vault.addLink(link)),
    addTypedAccount: (account) => faults.pass('addTypedAccount', () => vault.addTyped(account)),
    savePlainCodes: (current) =>
      faults.pass('savePlainCodes', () => {
        vault.ways.demandKey(current)
        return 'keyholder-codes-unsealed.txt'
      }),
    saveCodeSheet: (current, words) =>
      faults.pass('saveCodeSheet', () => {
        vault.ways.demandKey(current)
        files.push(Object.values(words).join('\n'))
        return 'keyholder-codes-to-print.html'
      }),
    readKeyPlaces: () => faults.pass('readKeyPlaces', () => vault.ways.places()),
    changeVaultWays: (current, inKeychain, change, passphrase) =>
      faults.pass('changeVaultWays', () =>
        vault.ways.change(current, inKeychain, change, passphrase),
      ),
    chooseImport: () => faults.pass('chooseImport', () => imports.look('export.txt')),
    takeDroppedImport: () => faults.pass('takeDroppedImport', () => imports.look('export.txt')),
    linkWaits: () => faults.pass('linkWaits', () => imports.linkWaits),
    takeLink: () => faults.pass('takeLink', () => imports.takeLink()),
    pasteImport: () => faults.pass('pasteImport', () => imports.look(null)),
    captureImport: () => faults.pass('captureImport', () => imports.look(null)),
    openImport: (password) => faults.pass('openImport', () => imports.open(password)),
    completeImport: (places, replace) =>
      faults.pass('completeImport', () => imports.complete(places, replace)),
    forgetImport: () => faults.pass('forgetImport', () => imports.forget()),
    setUpOnThisComputer: (name, password) =>
      faults.pass('setUpOnThisComputer', () => {
        vault.list(false)
        const added = factors.add(factors.begin().id, name, FACTOR_CODE, password)
        vault.keepOwn()
        return added
      }),
    offersSignInCode: () => faults.pass('offersSignInCode', () => vault.holdsOwn()),
    fillSignInCode: () =>
      faults.pass('fillSignInCode', () => {
        if (!vault.holdsOwn()) {
          throw refuse('vault_entry_gone')
        }
        return FACTOR_CODE
      }),
    changeVaultEntry: (id, facts) => faults.pass('changeVaultEntry', () => vault.change(id, facts)),
    removeVaultEntry: (id) => faults.pass('removeVaultEntry', () => vault.remove(id)),
  }
}
