import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext } from 'react'
import type { ToastContent } from '../components'
import { backend, type Me, type OwnMembership, type Permission } from '../ipc/client'
import { membershipOf } from './membershipOf'
import { usePreferences } from './preferences'

interface Session {
  me: Me
  /** The customer one works at now; absent for people who belong to none. */
  membership: OwnMembership | null
  /** Whether the membership holds a permission. The service decides; this only shapes the screen. */
  can: (permission: Permission) => boolean
  /** Works at another customer from now on; this computer remembers it. */
  chooseCustomer: (customerId: string) => void
  /** Takes what the service has just said about the person. */
  update: (me: Me) => void
  /** Asks the service again who this is. */
  refresh: () => Promise<unknown>
  /** Ends the session; what is told then stands on the screen that one signs in on. */
  signOut: (told?: ToastContent) => void
}

const SessionContext = createContext<Session | null>(null)

/** How often the service is asked whether somebody has invited the person, or taken something away. */
const ASK_AGAIN = 60_000

/** Who is signed in, to everything inside. */
export function SessionProvider({
  me: first,
  onSignOut,
  children,
}: {
  me: Me
  onSignOut: (told?: ToastContent) => void
  children: ReactNode
}) {
  const queries = useQueryClient()
  const { preferences, change } = usePreferences()
  const key = ['me', first.session_id]
  const { data: me, refetch } = useQuery({
    queryKey: key,
    queryFn: () => backend.me(),
    initialData: first,
    refetchInterval: ASK_AGAIN,
  })
  const membership = membershipOf(me, preferences)
  const session: Session = {
    me,
    membership,
    can: (permission) => membership?.permissions.includes(permission) ?? false,
    chooseCustomer: (customerId) => change({ customer_id: customerId }),
    update: (now) => queries.setQueryData(key, now),
    refresh: () => refetch(),
    signOut: onSignOut,
  }
  return <SessionContext value={session}>{children}</SessionContext>
}

/** Who is signed in. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) {
    throw new Error('useSession needs a SessionProvider around it')
  }
  return session
}

/** The membership one works with; only inside screens that need a permission. */
export function useMembership(): OwnMembership {
  const { membership } = useSession()
  if (!membership) {
    throw new Error('useMembership needs a membership')
  }
  return membership
}
