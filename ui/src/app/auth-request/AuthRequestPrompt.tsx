import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { toast } from '../../components'
import { backend } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { useSession } from '../session'
import { Answer } from './Answer'
import { confirmingDevicesKey, ownAuthRequestKey } from './keys'
import { Refused } from './Refused'

/** How often a device that confirms sign-ins asks whether one waits where nobody tells it, in milliseconds. */
const ASK_AGAIN = 3_000

/** The same where it is told, should that ever fail. */
const ASK_ANYWAY = 30_000

/** Asks about a sign-in elsewhere, over whatever is shown, where this device confirms them. */
export function AuthRequestPrompt() {
  const { text } = useL10n()
  const { me } = useSession()
  const queries = useQueryClient()
  const [refused, setRefused] = useState(false)
  const devices = useQuery({
    queryKey: confirmingDevicesKey(me.session_id),
    queryFn: () => backend.listConfirmingDevices(),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const confirms = devices.data?.devices.some((device) => device.current) ?? false
  const key = ownAuthRequestKey(me.session_id)
  const live = useLive(confirms, me.session_id)
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => backend.readOwnAuthRequest(),
    enabled: confirms,
    refetchInterval: live ? ASK_ANYWAY : ASK_AGAIN,
    // Whoever signs in elsewhere has left this window.
    refetchIntervalInBackground: true,
  })
  const request = (confirms && data?.request) || null
  const id = request?.id ?? null
  useEffect(() => {
    if (id !== null) {
      // Where the system keeps the window in the back, the request still stands in it.
      backend.comeToFront().catch(() => undefined)
    }
  }, [id])
  const done = () => queries.setQueryData(key, { request: null })
  if (refused) {
    return <Refused onClose={() => setRefused(false)} />
  }
  return request === null ? null : (
    <Answer
      key={request.id}
      request={request}
      onApproved={() => {
        const signsIn = request.action === 'sign_in'
        toast({
          tone: 'positive',
          title: text(signsIn ? 'auth-request-approved' : 'auth-request-approved-step-up'),
        })
        done()
      }}
      onRefused={() => {
        setRefused(true)
        done()
      }}
      onOver={() => {
        toast({ tone: 'info', title: text('auth-request-over') })
        done()
      }}
    />
  )
}

/** Reads anew whenever the service tells that something changed; whether it does at present. */
function useLive(confirms: boolean, sessionId: string): boolean {
  const queries = useQueryClient()
  const [live, setLive] = useState(false)
  useEffect(() => {
    if (!confirms) {
      return
    }
    const stop = backend.onAuthRequestsChanged((told) => {
      setLive(told)
      void queries.invalidateQueries({ queryKey: ownAuthRequestKey(sessionId) })
    })
    backend.watchAuthRequests().then(
      (already) => already && setLive(true),
      () => undefined,
    )
    return () => {
      stop()
      setLive(false)
    }
  }, [confirms, sessionId, queries])
  return live
}
