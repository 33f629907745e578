import { createContext, type ReactNode, useContext, useState } from 'react'
import type { Me, OwnMembership, Permission } from '../ipc/client'

interface Session {
  me: Me
  /** The customer one works at now; absent for people who belong to none. */
  membership: OwnMembership | null
  /** Whether the membership holds a permission. The service decides; this only shapes the screen. */
  can: (permission: Permission) => boolean
  chooseCustomer: (customerId: string) => void
  signOut: () => void
}

const SessionContext = createContext<Session | null>(null)

/** Who is signed in, to everything inside. */
export function SessionProvider({
  me,
  onSignOut,
  children,
}: {
  me: Me
  onSignOut: () => void
  children: ReactNode
}) {
  const [chosen, setChosen] = useState<string | null>(null)
  const membership =
    me.memberships.find(({ customer }) => customer.id === chosen) ?? me.memberships[0] ?? null
  const session: Session = {
    me,
    membership,
    can: (permission) => membership?.permissions.includes(permission) ?? false,
    chooseCustomer: setChosen,
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
