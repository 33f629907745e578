import { useState } from 'react'
import { ApprovalDialog } from '../../../app/ApprovalDialog'
import { useOnline } from '../../../app/connection'
import { Banner, Button, Dialog, toast } from '../../../components'
import {
  backend,
  type CataloguePermission,
  IpcFailure,
  type Role,
  type User,
} from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { personName, reachName } from '../names'
import { useUsersChanged } from '../queries'
import { accessChange, describeChange } from './accessChange'
import styles from './ChangeRolesDialog.module.css'
import { directOf, RoleChoices } from './RoleChoices'

/** Gives and takes roles, with what that means in one sentence before it is saved. */
export function ChangeRolesDialog(props: {
  customerId: string
  user: User
  roles: readonly Role[]
  catalogue: readonly CataloguePermission[]
  onClose: () => void
}) {
  const { customerId, user, roles, catalogue, onClose } = props
  const l10n = useL10n()
  const { text } = l10n
  const online = useOnline()
  const changed = useUsersChanged(customerId)
  const before = user.roles.map(({ id }) => id)
  const [chosen, setChosen] = useState<readonly string[]>(before)
  const [saving, setSaving] = useState(false)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const name = personName(user)
  const of = (ids: readonly string[]) => roles.filter(({ id }) => ids.includes(id))
  const same = chosen.length === before.length && before.every((id) => chosen.includes(id))

  const save = async () => {
    setSaving(true)
    setFailure(null)
    try {
      await backend.changeRoles(customerId, user.id, user.version, { role_ids: [...chosen] })
      toast({ tone: 'positive', title: text('users-done-change_roles', { name }) })
      onClose()
    } catch (thrown) {
      setFailure(IpcFailure.from(thrown))
    }
    setSaving(false)
    // After a refusal, too: then what is shown here was out of date.
    await changed()
  }

  if (failure?.code === 'approval_required') {
    return (
      <ApprovalDialog
        customerId={customerId}
        refusal={failure}
        request={{
          kind: 'critical_grant',
          user_id: user.id,
          role_ids: [...chosen],
          permissions: directOf(user),
        }}
        onAsked={onClose}
        onClose={() => setFailure(null)}
      />
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('roles-change-title', { name })}
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
            {text('roles-change-save', { name })}
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        {failure && (
          <Banner tone={failure.code === 'stale' ? 'warning' : 'danger'} live>
            {l10n.problem(failure)}
          </Banner>
        )}
        <RoleChoices roles={roles} selected={chosen} onChange={setChosen} />
        <Banner tone="info" live inSight title={text('roles-change-effect')}>
          {same
            ? text('roles-change-none', { name })
            : describeChange(l10n, name, accessChange(of(before), of(chosen), catalogue))}{' '}
          {!same &&
            user.scope.kind !== 'all' &&
            text('roles-change-reach', {
              reach: reachName(l10n, user.scope.kind, user.location_count),
            })}
        </Banner>
      </div>
    </Dialog>
  )

  function unavailableReason(): string | undefined {
    if (!online) {
      return l10n.problem({ code: 'offline' })
    }
    if (chosen.length === 0) {
      return text('roles-at-least-one')
    }
    return same ? text('roles-change-none', { name }) : undefined
  }
}
