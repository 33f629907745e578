import { useState } from 'react'
import { changeBetween, describeChange } from '../../../access/accessChange'
import { PermissionChoices } from '../../../access/PermissionChoices'
import { sourceNames } from '../../../access/words'
import { ApprovalDialog } from '../../../app/ApprovalDialog'
import { useOnline } from '../../../app/connection'
import { useSession } from '../../../app/session'
import { Banner, Button, Dialog, toast } from '../../../components'
import {
  backend,
  type CataloguePermission,
  IpcFailure,
  type Permission,
  type Role,
  type User,
} from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { personName, reachName } from '../names'
import { useUsersChanged } from '../queries'
import styles from './ChangeRolesDialog.module.css'

/** Gives and takes permissions beside the roles, with what that means before it is saved (S51). */
export function ChangePermissionsDialog({
  customerId,
  user,
  roles,
  catalogue,
  onClose,
}: {
  customerId: string
  user: User
  roles: readonly Role[]
  catalogue: readonly CataloguePermission[]
  onClose: () => void
}) {
  const l10n = useL10n()
  const { text } = l10n
  const { can } = useSession()
  const online = useOnline()
  const changed = useUsersChanged(customerId)
  const before = user.rights.filter(({ direct }) => direct).map(({ permission }) => permission)
  const through = user.rights.filter(({ role_ids }) => role_ids.length > 0)
  const given = through.map(({ permission }) => permission)
  const [chosen, setChosen] = useState<Permission[]>(before)
  const [saving, setSaving] = useState(false)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const name = personName(user)
  const same = chosen.length === before.length && before.every((each) => chosen.includes(each))
  const change = changeBetween(
    new Set([...given, ...before]),
    new Set([...given, ...chosen]),
    catalogue,
  )

  const save = async () => {
    setSaving(true)
    setFailure(null)
    try {
      await backend.changePermissions(customerId, user.id, user.version, { permissions: chosen })
      toast({ tone: 'positive', title: text('rights-saved', { name }) })
      onClose()
    } catch (thrown) {
      setFailure(IpcFailure.from(thrown))
    }
    setSaving(false)
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
          role_ids: user.roles.map(({ id }) => id),
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
      title={text('rights-title', { name })}
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
            {text('rights-save', { name })}
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
        <p>{text('rights-hint')}</p>
        <PermissionChoices
          catalogue={catalogue}
          chosen={chosen}
          onChange={setChosen}
          mayGive={can}
          given={given.filter((permission) => !chosen.includes(permission))}
          givenBy={(permission) => {
            const right = through.find((each) => each.permission === permission)
            return right ? sourceNames(l10n, { ...right, direct: false }, roles) : ''
          }}
        />
        <Banner tone="info" live inSight title={text('roles-change-effect')}>
          {same
            ? text('roles-change-none', { name })
            : change.gained.length + change.lost.length === 0
              ? text('rights-change-same', { name })
              : describeChange(l10n, name, change)}{' '}
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
    return same ? text('roles-change-none', { name }) : undefined
  }
}
