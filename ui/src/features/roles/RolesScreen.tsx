import { useState } from 'react'
import { useCatalogue } from '../../access/queries'
import { useLock } from '../../app/LockedReason'
import { useMembership } from '../../app/session'
import { Button, ErrorState, Skeleton } from '../../components'
import { IpcFailure, type Permission, type Role } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { DeleteRoleDialog } from './DeleteRoleDialog'
import { Matrix } from './Matrix'
import { useCountedRoles } from './queries'
import { type Composing, RoleDialog } from './RoleDialog'
import styles from './RolesScreen.module.css'
import { WhoCanDialog } from './WhoCanDialog'

/** All roles and what each allows, from what the service enforces (S50). */
export function RolesScreen() {
  const l10n = useL10n()
  const { text, problem } = l10n
  const lock = useLock()
  const { customer } = useMembership()
  const roles = useCountedRoles(customer.id)
  const catalogue = useCatalogue()
  const [composing, setComposing] = useState<Composing | null>(null)
  const [deleting, setDeleting] = useState<Role | null>(null)
  const [asked, setAsked] = useState<Permission | null>(null)
  const locked = lock('roles.manage')
  const error = roles.error ?? catalogue.error

  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        <h1>{text('screen-roles')}</h1>
        <span className={styles.count} role="status">
          {roles.data && text('matrix-count', { count: roles.data.length })}
        </span>
        <span className={styles.gap} />
        <Button
          variant="primary"
          icon="add"
          lockedReason={locked}
          onPress={() => setComposing({ kind: 'new', from: null })}
        >
          {text('role-new')}
        </Button>
      </header>
      <p className={styles.hint}>{text('matrix-hint')}</p>
      {error ? (
        <ErrorState
          title={text('matrix-failed')}
          action={
            <Button
              onPress={() => {
                void roles.refetch()
                void catalogue.refetch()
              }}
            >
              {text('users-retry')}
            </Button>
          }
        >
          {problem(IpcFailure.from(error))}
        </ErrorState>
      ) : roles.data && catalogue.data ? (
        <Matrix
          roles={roles.data}
          catalogue={catalogue.data}
          customer={customer}
          lockedNew={locked}
          onAsk={setAsked}
          onCopy={(role) => setComposing({ kind: 'new', from: role })}
          onEdit={(role) => setComposing({ kind: 'edit', role })}
          onDelete={setDeleting}
        />
      ) : (
        <div className={styles.waiting} aria-busy>
          <Skeleton width="40%" />
          <Skeleton />
          <Skeleton />
        </div>
      )}
      {composing && (
        <RoleDialog
          customerId={customer.id}
          composing={composing}
          roles={roles.data ?? []}
          catalogue={catalogue.data ?? []}
          onClose={() => setComposing(null)}
        />
      )}
      {deleting && (
        <DeleteRoleDialog
          customerId={customer.id}
          role={deleting}
          roles={roles.data ?? []}
          catalogue={catalogue.data ?? []}
          onClose={() => setDeleting(null)}
        />
      )}
      {asked && (
        <WhoCanDialog
          customerId={customer.id}
          permission={asked}
          entry={catalogue.data?.find(({ permission }) => permission === asked)}
          roles={roles.data ?? []}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}
