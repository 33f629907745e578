import { useRef, useState } from 'react'
import { backend, type User } from '../../../ipc/client'
import { type ManyOutcome, runMany } from '../bulk/runMany'
import { useUsersChanged } from '../queries'
import type { Address } from './addresses'
import { toRequest, type UserDraft } from './draft'

export type Added = ManyOutcome<Address, User>
export type Invited = ManyOutcome<User, unknown>

/** Where the journey stands: users are added, then, if wanted, invited. */
export interface SeveralRun {
  phase: 'adding' | 'added' | 'inviting' | 'invited'
  total: number
  added: readonly Added[]
  invited: readonly Invited[]
}

/**
 * Adds the people of a list with one access for all: one ordinary creation each, so that the rules
 * are those of adding one. Each keeps its idempotency key when it is tried again.
 */
export function useAddSeveral(customerId: string, draft: UserDraft) {
  const changed = useUsersChanged(customerId)
  const [run, setRun] = useState<SeveralRun | null>(null)
  const abort = useRef<AbortController | null>(null)
  const keys = useRef(new Map<string, string>())
  const keyOf = (name: string) => {
    const key = keys.current.get(name) ?? crypto.randomUUID()
    keys.current.set(name, key)
    return key
  }
  const signal = () => {
    abort.current = new AbortController()
    return abort.current.signal
  }

  const add = async (addresses: readonly Address[]) => {
    let added = (run?.added ?? []).filter(({ failure }) => failure === null)
    const total = added.length + addresses.length
    setRun({ phase: 'adding', total, added, invited: [] })
    await runMany(
      addresses,
      (address) =>
        backend.createUser(
          customerId,
          toRequest({ ...draft, ...address }),
          keyOf(`${JSON.stringify(draft)} ${address.email}`),
        ),
      (outcome) => {
        added = [...added, outcome]
        setRun({ phase: 'adding', total, added, invited: [] })
      },
      signal(),
    )
    setRun({ phase: 'added', total, added, invited: [] })
    await changed()
  }

  const invite = async (users: readonly User[]) => {
    if (!run) {
      return
    }
    let invited = run.invited.filter(({ failure }) => failure === null)
    const total = invited.length + users.length
    setRun({ ...run, phase: 'inviting', total, invited })
    await runMany(
      users,
      (user) => backend.inviteUser(customerId, user.id, keyOf(`invite ${user.id}`)),
      (outcome) => {
        invited = [...invited, outcome]
        setRun({ ...run, phase: 'inviting', total, invited })
      },
      signal(),
    )
    setRun({ ...run, phase: 'invited', total, invited })
    await changed()
  }

  return { run, add, invite, stop: () => abort.current?.abort() }
}
