import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from '../../components'
import { IpcFailure, type SignedInDevice, type SignedInDevices } from '../../ipc/client'
import { useL10n } from '../../l10n'

/** How the devices of somebody are read and signed out. */
export interface Devices {
  /** Whose: what the list is kept under. */
  key: readonly unknown[]
  read: () => Promise<SignedInDevices>
  endOne: (session: string) => Promise<null>
  endAll: () => Promise<null>
}

/** What `useDevices` calls the running request when it is about all of them. */
export const ALL = 'all'

/** The devices of somebody, and signing them out: one after the other, each with a word that it is done. */
export function useDevices({ key, read, endOne, endAll }: Devices, enabled = true) {
  const { text, problem } = useL10n()
  const queries = useQueryClient()
  const list = useQuery({ queryKey: key, queryFn: read, enabled })
  const [busy, setBusy] = useState<string | null>(null)

  const end = async (what: string, done: string, call: () => Promise<null>) => {
    setBusy(what)
    try {
      await call()
      toast({ tone: 'positive', title: done })
    } catch (thrown) {
      toast({ tone: 'danger', title: problem(IpcFailure.from(thrown)) })
    }
    await queries.invalidateQueries({ queryKey: key })
    setBusy(null)
  }

  return {
    list,
    busy,
    signOut: (device: SignedInDevice) =>
      void end(device.session_id, text('devices-done-one', { name: device.name }), () =>
        endOne(device.session_id),
      ),
    signOutAll: () => void end(ALL, text('devices-done-all'), endAll),
  }
}
