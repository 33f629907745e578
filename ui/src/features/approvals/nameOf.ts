import type { ChangePerson } from '../../ipc/client'

/** What somebody is called who has to do with a change. */
export function nameOf({ given_name, family_name }: ChangePerson): string {
  return `${given_name} ${family_name}`
}
