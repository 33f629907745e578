import { useState } from 'react'
import { changeBetween, permissionList } from '../../access/accessChange'
import { roleName } from '../../access/names'
import { PermissionChoices } from '../../access/PermissionChoices'
import { ApprovalDialog } from '../../app/ApprovalDialog'
import { useOnline } from '../../app/connection'
import { useSession } from '../../app/session'
import { Banner, Button, Dialog, Select, TextField, toast } from '../../components'
import {
  backend,
  type CataloguePermission,
  IpcFailure,
  type Permission,
  type Role,
} from '../../ipc/client'
import { useL10n } from '../../l10n'
import { useRolesChanged } from './queries'
import styles from './RoleDialog.module.css'

const EMPTY = 'empty'
/** The longest name, in characters (`crates/domain/src/role_name.rs`). */
const MAX_NAME = 60

/** What is composed: a change of a role, or a new one that starts as a copy or empty. */
export type Composing = { kind: 'edit'; role: Role } | { kind: 'new'; from: Role | null }

/** Composes an own role, with what that means in one sentence before it is saved. */
export function RoleDialog({
  customerId,
  composing,
  roles,
  catalogue,
  onClose,
}: {
  customerId: string
  composing: Composing
  roles: readonly Role[]
  catalogue: readonly CataloguePermission[]
  onClose: () => void
}) {
  const l10n = useL10n()
  const { text } = l10n
  const { can } = useSession()
  const online = useOnline()
  const changed = useRolesChanged(customerId)
  const edited = composing.kind === 'edit' ? composing.role : null
  const start = composing.kind === 'edit' ? composing.role : composing.from
  const [from, setFrom] = useState(start?.id ?? EMPTY)
  const [name, setName] = useState(edited?.name ?? '')
  const [chosen, setChosen] = useState<Permission[]>(() => startOf(start))
  const [saving, setSaving] = useState(false)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const [key] = useState(() => crypto.randomUUID())
  const shown = name.trim() === '' ? text('role-unnamed') : name.trim()
  const title = edited
    ? text('role-edit-title', { role: roleName(l10n, edited) })
    : text('role-new-title')

  const save = async () => {
    setSaving(true)
    setFailure(null)
    const request = { name, permissions: chosen }
    try {
      if (edited) {
        await backend.changeRole(customerId, edited.id, edited.version, request)
      } else {
        await backend.createRole(customerId, request, key)
      }
      toast({ tone: 'positive', title: text('role-saved', { role: shown }) })
      onClose()
    } catch (thrown) {
      setFailure(IpcFailure.from(thrown))
    }
    setSaving(false)
    await changed()
  }

  if (failure?.code === 'approval_required' && edited) {
    return (
      <ApprovalDialog
        customerId={customerId}
        refusal={failure}
        request={{
          kind: 'critical_role',
          role_id: edited.id,
          name,
          permissions: chosen,
        }}
        onAsked={onClose}
        onClose={() => setFailure(null)}
      />
    )
  }
  return (
    <Dialog
      open
      size="large"
      onClose={onClose}
      title={title}
      closeLabel={text('users-close')}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {text('users-cancel')}
          </Button>
          <Button
            variant="primary"
            busy={saving}
            unavailableReason={unavailableReason()}
            onPress={() => void save()}
          >
            {edited ? text('role-save', { role: shown }) : text('role-create', { role: shown })}
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        {failure && failure.errors.length === 0 && (
          <Banner tone={failure.code === 'stale' ? 'warning' : 'danger'} live>
            {failure.code === 'stale' ? text('role-stale') : l10n.problem(failure)}
          </Banner>
        )}
        <div className={styles.row}>
          <TextField
            label={text('role-name')}
            value={name}
            onChange={setName}
            maxLength={MAX_NAME}
            error={fieldError('name')}
            isRequired
          />
          {!edited && (
            <Select
              label={text('role-from')}
              options={[
                { id: EMPTY, label: text('role-from-empty') },
                ...roles.map((role) => ({ id: role.id, label: roleName(l10n, role) })),
              ]}
              selected={from}
              onSelect={(id) => {
                setFrom(id)
                setChosen(startOf(roles.find((role) => role.id === id) ?? null))
              }}
            />
          )}
        </div>
        <PermissionChoices
          catalogue={catalogue}
          chosen={chosen}
          onChange={setChosen}
          mayGive={can}
          error={fieldError('permissions')}
        />
        <Banner tone="info" live inSight title={text('roles-change-effect')}>
          {effect()}
        </Banner>
      </div>
    </Dialog>
  )

  /** A copy leaves out what one lacks oneself: nobody composes more than they hold. */
  function startOf(role: Role | null): Permission[] {
    return (role?.permissions ?? []).filter((permission) => edited !== null || can(permission))
  }

  function effect(): string {
    const before = new Set(edited?.permissions ?? [])
    const { gained, lost } = changeBetween(before, new Set(chosen), catalogue)
    if (!edited) {
      return chosen.length === 0
        ? text('role-effect-nothing')
        : text('role-effect-new', { role: shown, allowed: permissionList(l10n, gained) })
    }
    const args = {
      role: roleName(l10n, edited),
      members: edited.members ?? 0,
      gained: permissionList(l10n, gained),
      lost: permissionList(l10n, lost),
    }
    if (gained.length === 0 && lost.length === 0) {
      return text('role-effect-same')
    }
    if (gained.length === 0) {
      return text('role-effect-loses', args)
    }
    return lost.length === 0 ? text('role-effect-gains', args) : text('role-effect-both', args)
  }

  function fieldError(field: string): string | undefined {
    const found = failure?.errors.find(
      (error) => error.field === field || error.field.startsWith(`${field}.`),
    )
    return found && l10n.fieldProblem(found)
  }

  function unavailableReason(): string | undefined {
    if (!online) {
      return l10n.problem({ code: 'offline' })
    }
    if (name.trim() === '') {
      return text('role-needs-name')
    }
    return chosen.length === 0 ? text('role-effect-nothing') : undefined
  }
}
