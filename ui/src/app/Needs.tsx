import type { ReactNode } from 'react'
import { EmptyState } from '../components'
import type { Permission } from '../ipc/client'
import { useL10n } from '../l10n'
import { LockedReason } from './LockedReason'
import { useSession } from './session'

/** A screen for holders of a permission; everyone else reads what is missing and who can give it. */
export function Needs({ permission, children }: { permission: Permission; children: ReactNode }) {
  const { text } = useL10n()
  const { can } = useSession()
  if (can(permission)) {
    return children
  }
  return (
    <EmptyState icon="locked" title={text('shell-locked-title')}>
      <LockedReason code="permission_missing" params={{ permission }} />
    </EmptyState>
  )
}
