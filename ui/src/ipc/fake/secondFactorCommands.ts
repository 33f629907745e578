import type { Backend } from '../backend'
import type { DeviceSecurity } from '../types'
import type { Faults } from './faults'
import type { FakeSecondFactors } from './secondFactors'

/** One line for each command of the second factor. What was saved as a file goes to `files`. */
export function secondFactorCommands(
  faults: Faults,
  factors: FakeSecondFactors,
  device: DeviceSecurity,
  files: string[],
): Pick<
  Backend,
  | 'stepUp'
  | 'stepUpWithPasskey'
  | 'beginPasskeySetup'
  | 'renamePasskey'
  | 'removePasskey'
  | 'listOwnSecondFactors'
  | 'beginAuthenticatorSetup'
  | 'addAuthenticator'
  | 'renameAuthenticator'
  | 'removeAuthenticator'
  | 'renewRecoveryCodes'
  | 'saveRecoveryCodes'
  | 'readDeviceSecurity'
> {
  return {
    stepUp: (password, shown) => faults.pass('stepUp', () => factors.stepUp(password, shown)),
    stepUpWithPasskey: (password) =>
      faults.pass('stepUpWithPasskey', () => factors.stepUpWithPasskey(password)),
    beginPasskeySetup: () => faults.pass('beginPasskeySetup', () => factors.beginPasskey()),
    renamePasskey: (id, name) =>
      faults.pass('renamePasskey', () => factors.renamePasskey(id, name)),
    removePasskey: (id) => faults.pass('removePasskey', () => factors.removePasskey(id)),
    listOwnSecondFactors: () => faults.pass('listOwnSecondFactors', () => factors.list()),
    beginAuthenticatorSetup: () => faults.pass('beginAuthenticatorSetup', () => factors.begin()),
    addAuthenticator: (setupId, name, code, password) =>
      faults.pass('addAuthenticator', () => factors.add(setupId, name, code, password)),
    renameAuthenticator: (id, name) =>
      faults.pass('renameAuthenticator', () => factors.rename(id, name)),
    removeAuthenticator: (id) => faults.pass('removeAuthenticator', () => factors.remove(id)),
    renewRecoveryCodes: () => faults.pass('renewRecoveryCodes', () => factors.renew()),
    saveRecoveryCodes: (sheet) =>
      faults.pass('saveRecoveryCodes', () => {
        files.push(sheet)
        return 'keyholder-recovery-codes.txt'
      }),
    readDeviceSecurity: () => faults.pass('readDeviceSecurity', () => device),
  }
}
