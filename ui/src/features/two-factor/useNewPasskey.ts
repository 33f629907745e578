import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { secondFactorsKey } from '../../app/secondFactors'
import { useSession } from '../../app/session'
import { toast } from '../../components'
import { useL10n } from '../../l10n'

/** How often the list is read while the browser is at work, in milliseconds. */
const LOOK = 2_000

/** Waits for a passkey that is being set up in the browser, which does not tell the app. */
export function useNewPasskey(count: number): {
  waits: boolean
  begin: (until: string) => void
  stop: () => void
} {
  const { text } = useL10n()
  const { me } = useSession()
  const queries = useQueryClient()
  const [awaited, setAwaited] = useState<{ until: number; before: number } | null>(null)
  const came = awaited !== null && count > awaited.before

  useEffect(() => {
    if (awaited === null) {
      return undefined
    }
    const timer = setInterval(() => {
      if (Date.now() > awaited.until) {
        setAwaited(null)
      }
      void queries.invalidateQueries({ queryKey: secondFactorsKey(me.session_id) })
    }, LOOK)
    return () => clearInterval(timer)
  }, [awaited, me.session_id, queries])

  useEffect(() => {
    if (came) {
      setAwaited(null)
      toast({ tone: 'positive', title: text('passkeys-added') })
    }
  }, [came, text])

  return {
    waits: awaited !== null,
    begin: (until) => setAwaited({ until: Date.parse(until), before: count }),
    stop: () => setAwaited(null),
  }
}
