import { personName } from '../../access/names'
import type { User } from '../../ipc/types'

export { personName, reachName, roleName } from '../../access/names'

/** For whom a link is made. */
export function ownerOf(user: Pick<User, 'given_name' | 'family_name' | 'sign_in_name'>) {
  return { name: personName(user), signInName: user.sign_in_name }
}
