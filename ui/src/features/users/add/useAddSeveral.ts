import { useRef, useState } from 'react'
import { useChangesAnswered } from '../../../app/approvals'
import { type ManyOutcome, runMany } from '../../../app/runMany'
import { backend, type IpcFailure, type User } from '../../../ipc/client'
import { useUsersChanged } from '../queries'
import type { Address } from './addresses'
import { toRequest, type UserDraft } from './draft'

export type Added = ManyOutcome<Address, User>
export type Invited = ManyOutcome<User, unknown>

/** Where the journey stands: users are added, then, if wanted, invited. */
export interface SeveralRun {
  phase: 'adding' | 'added' | 'inviting' | 'invited'
  total: number
  /** Whether a second administrator is asked for the critical roles. */
  asks: boolean
  added: readonly Added[]
  invited: readonly Invited[]
}

/**
 * Adds the people of a list with one access for all: one ordinary creation each, so that the rules
 * are those of adding one. Each keeps its idempotency key when it is tried again.
 */
export function useAddSeveral(customerId: string, draft: UserDraft) {
  const changed = useUsersChanged(customerId)
  const asked = useChangesAnswered(customerId)
  const [run, setRun] = useState<SeveralRun | null>(null)
  const [refusal, setRefusal] = useState<IpcFailure | null>(null)
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

  const add = async (addresses: readonly Address[], asks = run?.asks ?? false) => {
    setRefusal(null)
    let added = (run?.added ?? []).filter(({ failure }) => failure === null)
    const total = added.length + addresses.length
    setRun({ phase: 'adding', total, asks, added, invited: [] })
    await runMany(
      addresses,
      (address) =>
        backend.createUser(
          customerId,
          toRequest({ ...draft, ...address }, asks),
          keyOf(`${JSON.stringify(draft)} ${asks} ${address.email}`),
        ),
      (outcome) => {
        added = [...added, outcome]
        setRun({ phase: 'adding', total, asks, added, invited: [] })
        if (outcome.failure?.code === 'approval_required') {
          abort.current?.abort()
        }
      },
      signal(),
    )
    // One access for all: what one needs a second administrator for, all do.
    const needed = added.find(({ failure }) => failure?.code === 'approval_required')
    if (needed?.failure && added.every(({ failure }) => failure !== null)) {
      setRefusal(needed.failure)
      setRun(null)
    } else {
      setRun({ phase: 'added', total, asks, added, invited: [] })
    }
    await (asks ? asked() : changed())
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

  return {
    run,
    /** That a second administrator has to agree first. */
    refusal,
    forget: () => setRefusal(null),
    add,
    invite,
    stop: () => abort.current?.abort(),
  }
}
