import { useState } from 'react'
import { changeBetween, describeChange, permissionsOf } from '../../../access/accessChange'
import { PermissionChoices } from '../../../access/PermissionChoices'
import { useChangesAnswered } from '../../../app/approvals'
import { useOnline } from '../../../app/connection'
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
import { personName } from '../names'
import styles from './ChangeRolesDialog.module.css'
import { RoleChoices } from './RoleChoices'

/** Asks a second administrator for other roles and rights of one's own (lift L1). */
export function AskAccessDialog({
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
  const { text, problem } = l10n
  const online = useOnline()
  const asked = useChangesAnswered(customerId)
  const before = user.roles.map(({ id }) => id)
  const rights = user.rights.filter(({ direct }) => direct).map(({ permission }) => permission)
  const [chosen, setChosen] = useState<readonly string[]>(before)
  const [beside, setBeside] = useState<Permission[]>(rights)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const of = (ids: readonly string[]) => roles.filter(({ id }) => ids.includes(id))
  const given = permissionsOf(of(chosen))
  const name = personName(user)
  const equal = (these: readonly string[], those: readonly string[]) =>
    these.length === those.length && these.every((each) => those.includes(each))
  const same = equal(chosen, before) && equal(beside, rights)
  const change = changeBetween(
    new Set([...permissionsOf(of(before)), ...rights]),
    new Set([...given, ...beside]),
    catalogue,
  )

  const ask = async () => {
    setBusy(true)
    setFailure(null)
    try {
      const request = {
        kind: 'own_access' as const,
        role_ids: [...chosen],
        permissions: beside,
      }
      await backend.askChange(customerId, request, crypto.randomUUID())
      toast({ tone: 'positive', title: text('approvals-asked-done') })
      onClose()
    } catch (thrown) {
      setFailure(IpcFailure.from(thrown))
    }
    setBusy(false)
    await asked()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={text('ask-access-title')}
      closeLabel={text('users-close')}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {text('users-cancel')}
          </Button>
          <Button
            variant="primary"
            busy={busy}
            unavailableReason={unavailableReason()}
            onPress={() => void ask()}
          >
            {text('ask-access-send')}
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        <p>{text('ask-access-how')}</p>
        {failure && (
          <Banner tone="danger" live>
            {failure.errors[0] ? l10n.fieldProblem(failure.errors[0]) : problem(failure)}
          </Banner>
        )}
        {/* What one lacks may be asked for: whoever agrees must hold it. */}
        <RoleChoices
          roles={roles.map((role) => ({ ...role, grantable: true }))}
          selected={chosen}
          onChange={setChosen}
        />
        <details>
          <summary>{text('ask-access-rights')}</summary>
          <PermissionChoices
            catalogue={catalogue}
            chosen={beside}
            onChange={setBeside}
            mayGive={() => true}
            given={[...given]}
          />
        </details>
        <Banner tone="info" live inSight title={text('roles-change-effect')}>
          {same ? text('roles-change-none', { name }) : describeChange(l10n, name, change)}
        </Banner>
      </div>
    </Dialog>
  )

  function unavailableReason(): string | undefined {
    if (!online) {
      return problem({ code: 'offline' })
    }
    if (chosen.length === 0) {
      return text('roles-at-least-one')
    }
    return same ? text('roles-change-none', { name }) : undefined
  }
}
