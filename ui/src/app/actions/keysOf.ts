import { isMac, printedKeys } from './keys'
import { ACTIONS, type ActionId } from './table'

export const mac = isMac(navigator.platform)

/** The keys of an action as printed on this computer's keyboard. */
export function keysOf(id: ActionId): string {
  return printedKeys(ACTIONS[id].keys, mac)
}
