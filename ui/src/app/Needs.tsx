import type { ReactNode } from 'react'
import { EmptyState } from '../components'
import { useL10n } from '../l10n'
import { type Asks, useConcerns } from './audience'
import { LockedReason } from './LockedReason'
import { useSession } from './session'

/** A screen for some; everyone else reads whose it is, or what is missing and who can give it. */
export function Needs({ children, ...asks }: Asks & { children: ReactNode }) {
  const { text } = useL10n()
  const { can } = useSession()
  const concerns = useConcerns()(asks)
  const { permission } = asks
  if (concerns && (permission === undefined || can(permission))) {
    return children
  }
  return (
    <EmptyState icon="locked" title={text('shell-locked-title')}>
      {!concerns ? (
        text(asks.audience === 'operators' ? 'provider-only-operators' : 'provider-only-members')
      ) : (
        <LockedReason code="permission_missing" params={{ permission: permission ?? '' }} />
      )}
    </EmptyState>
  )
}
