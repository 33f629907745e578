import { useState } from 'react'
import { changeBetween, permissionList, permissionsOf } from '../../access/accessChange'
import { roleName } from '../../access/names'
import { ApprovalDialog } from '../../app/ApprovalDialog'
import { useOnline } from '../../app/connection'
import { Banner, Button, Dialog, Select, Skeleton, toast } from '../../components'
import { backend, type CataloguePermission, IpcFailure, type Role } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { useRole, useRolesChanged } from './queries'
import styles from './RoleDialog.module.css'

const NOTHING = 'nothing'

/** Deletes an own role, after saying what that takes from whom. */
export function DeleteRoleDialog({
  customerId,
  role,
  roles,
  catalogue,
  onClose,
}: {
  customerId: string
  role: Role
  roles: readonly Role[]
  catalogue: readonly CataloguePermission[]
  onClose: () => void
}) {
  const l10n = useL10n()
  const { text } = l10n
  const online = useOnline()
  const changed = useRolesChanged(customerId)
  const { data: detail } = useRole(customerId, role.id)
  const [instead, setInstead] = useState(NOTHING)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const name = roleName(l10n, role)
  const members = detail?.role.members ?? 0
  const alone = detail?.alone ?? 0
  const replacement = roles.find(({ id }) => id === instead)

  const remove = async () => {
    setBusy(true)
    setFailure(null)
    try {
      await backend.deleteRole(customerId, role.id, role.version, {
        replacement_id: replacement?.id ?? null,
      })
      toast({ tone: 'positive', title: text('role-deleted', { role: name }) })
      onClose()
    } catch (thrown) {
      setFailure(IpcFailure.from(thrown))
    }
    setBusy(false)
    await changed()
  }

  if (failure?.code === 'approval_required' && replacement) {
    return (
      <ApprovalDialog
        customerId={customerId}
        refusal={failure}
        request={{ kind: 'role_deletion', role_id: role.id, replacement_id: replacement.id }}
        onAsked={onClose}
        onClose={() => setFailure(null)}
      />
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('role-delete-title', { role: name })}
      closeLabel={text('users-close')}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {text('users-cancel')}
          </Button>
          <Button
            variant="danger"
            icon="delete"
            busy={busy}
            unavailableReason={
              online
                ? detail
                  ? undefined
                  : text('role-counting')
                : l10n.problem({ code: 'offline' })
            }
            onPress={() => void remove()}
          >
            {text('role-delete', { role: name })}
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        {failure && (
          <Banner tone={failure.code === 'stale' ? 'warning' : 'danger'} live>
            {failure.code === 'stale' ? text('role-stale') : l10n.problem(failure)}
          </Banner>
        )}
        {detail && members > 0 && (
          <Select
            label={text('role-instead')}
            options={[
              { id: NOTHING, label: text('role-instead-nothing') },
              ...roles
                .filter(({ id, grantable }) => id !== role.id && grantable)
                .map((other) => ({ id: other.id, label: roleName(l10n, other) })),
            ]}
            selected={instead}
            onSelect={setInstead}
          />
        )}
        {detail ? (
          <Banner tone={members > 0 ? 'warning' : 'info'} live title={text('roles-change-effect')}>
            {effect()}
          </Banner>
        ) : (
          <Skeleton />
        )}
      </div>
    </Dialog>
  )

  function effect(): string {
    if (members === 0) {
      return text('role-delete-nobody', { role: name })
    }
    const { gained, lost } = changeBetween(
      permissionsOf([role]),
      permissionsOf(replacement ? [replacement] : []),
      catalogue,
    )
    const parts = [text('role-delete-members', { role: name, members })]
    if (lost.length > 0) {
      parts.push(text('role-delete-loses', { lost: permissionList(l10n, lost) }))
    }
    if (gained.length > 0) {
      parts.push(text('role-delete-gains', { gained: permissionList(l10n, gained) }))
    }
    if (!replacement && alone > 0) {
      parts.push(text('role-delete-alone', { alone }))
    }
    return parts.join(' ')
  }
}
