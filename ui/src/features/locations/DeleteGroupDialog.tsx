import { useState } from 'react'
import { places } from '../../access/scope/scopeChange'
import { useOnline } from '../../app/connection'
import { Banner, Button, Dialog, Skeleton, toast } from '../../components'
import { backend, IpcFailure, type LocationGroup } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './GroupsSection.module.css'
import { useGroup, useGroupsChanged } from './groups'

/** Deletes a group, after saying who loses what. */
export function DeleteGroupDialog({
  customerId,
  group,
  onClose,
}: {
  customerId: string
  group: LocationGroup
  onClose: () => void
}) {
  const l10n = useL10n()
  const { text } = l10n
  const online = useOnline()
  const changed = useGroupsChanged(customerId)
  const { detail, places: held, error } = useGroup(customerId, group.id)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const refused = failure ?? (error ? IpcFailure.from(error) : null)
  const loaded = detail !== undefined && held !== undefined
  const members = detail?.members ?? null

  const remove = async () => {
    setBusy(true)
    setFailure(null)
    try {
      await backend.deleteLocationGroup(customerId, group.id, group.version)
      toast({ tone: 'positive', title: text('location-group-deleted', { group: group.name }) })
      onClose()
    } catch (thrown) {
      setFailure(IpcFailure.from(thrown))
    }
    setBusy(false)
    await changed()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={text('location-group-delete-title', { group: group.name })}
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
            unavailableReason={unavailableReason()}
            onPress={() => void remove()}
          >
            {text('location-group-delete', { group: group.name })}
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        {refused && (
          <Banner tone={refused.code === 'stale' ? 'warning' : 'danger'} live>
            {refused.code === 'stale' ? text('location-group-stale') : l10n.problem(refused)}
          </Banner>
        )}
        {loaded ? (
          <Banner
            tone={members === 0 ? 'info' : 'warning'}
            live
            title={text('roles-change-effect')}
          >
            {effect()}
          </Banner>
        ) : (
          !refused && <Skeleton height="4rem" />
        )}
      </div>
    </Dialog>
  )

  function effect(): string {
    const lost = text('location-group-delete-loses', { lost: places(l10n, held ?? []) })
    if (members === null) {
      return lost
    }
    if (members === 0) {
      return text('location-group-delete-nobody', { group: group.name })
    }
    const alone = detail?.alone ?? 0
    const names = named(detail?.holders ?? [], members)
    return [
      text('location-group-delete-members', { group: group.name, members, names }),
      lost,
      ...(alone > 0 ? [text('location-group-delete-alone', { alone })] : []),
    ].join(' ')
  }

  /** The first ones by name, and how many more there are. */
  function named(holders: readonly { id: string; name: string }[], all: number): string {
    const shown = holders.length <= 5 ? holders : holders.slice(0, 4)
    const rest = all - shown.length
    const names = shown.map(({ name }) => name)
    return l10n.list(rest > 0 ? [...names, text('roles-change-more', { count: rest })] : names)
  }

  function unavailableReason(): string | undefined {
    if (!online) {
      return l10n.problem({ code: 'offline' })
    }
    return loaded ? undefined : text('location-group-counting')
  }
}
