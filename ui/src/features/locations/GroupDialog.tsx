import { useState } from 'react'
import { LocationPicker } from '../../access/scope/LocationPicker'
import { places, without } from '../../access/scope/scopeChange'
import type { Named } from '../../access/scope/scopeChoice'
import { useOnline } from '../../app/connection'
import { useSession } from '../../app/session'
import { Banner, Button, Dialog, ErrorState, Skeleton, TextField, toast } from '../../components'
import { backend, IpcFailure, type LocationGroup, type LocationGroupDetail } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './GroupsSection.module.css'
import { useGroup, useGroupsChanged } from './groups'

/** The longest name, in characters (`crates/domain/src/role_name.rs`). */
const MAX_NAME = 60

/** Makes a group or changes it, with whom that concerns in one sentence before it is saved. */
export function GroupDialog({
  customerId,
  group,
  onClose,
}: {
  customerId: string
  /** The group that is changed; `null` for a new one. */
  group: LocationGroup | null
  onClose: () => void
}) {
  const { text, problem } = useL10n()
  const { detail, places: held, error } = useGroup(customerId, group?.id ?? null)
  if (group === null || (detail && held)) {
    return (
      <Loaded customerId={customerId} before={detail ?? null} held={held ?? []} onClose={onClose} />
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('location-group-edit-title', { group: group.name })}
      closeLabel={text('users-close')}
    >
      {error ? (
        <ErrorState title={text('location-groups-failed')}>
          {problem(IpcFailure.from(error))}
        </ErrorState>
      ) : (
        <Skeleton height="8rem" />
      )}
    </Dialog>
  )
}

function Loaded({
  customerId,
  before: latest,
  held: latestHeld,
  onClose,
}: {
  customerId: string
  before: LocationGroupDetail | null
  held: readonly Named[]
  onClose: () => void
}) {
  const l10n = useL10n()
  const { text } = l10n
  const { can } = useSession()
  const online = useOnline()
  const changed = useGroupsChanged(customerId)
  // As it was when the dialog opened: a change by somebody else must be refused, not overwritten.
  const [before] = useState(latest)
  const [held] = useState(latestHeld)
  const [name, setName] = useState(before?.group.name ?? '')
  const [chosen, setChosen] = useState<readonly Named[]>(held)
  const [saving, setSaving] = useState(false)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const [key] = useState(() => crypto.randomUUID())
  const shown = name.trim() === '' ? text('location-group-unnamed') : name.trim()
  const gained = without(chosen, held)
  const lost = without(held, chosen)

  const save = async () => {
    setSaving(true)
    setFailure(null)
    const request = { name, location_ids: chosen.map(({ id }) => id) }
    try {
      if (before) {
        await backend.changeLocationGroup(
          customerId,
          before.group.id,
          before.group.version,
          request,
        )
      } else {
        await backend.createLocationGroup(customerId, request, key)
      }
      toast({ tone: 'positive', title: text('location-group-saved', { group: shown }) })
      onClose()
    } catch (thrown) {
      setFailure(IpcFailure.from(thrown))
    }
    setSaving(false)
    await changed()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={
        before
          ? text('location-group-edit-title', { group: before.group.name })
          : text('location-group-new-title')
      }
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
            {text(before ? 'location-group-save' : 'location-group-create', { group: shown })}
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        {failure && failure.errors.length === 0 && (
          <Banner tone={failure.code === 'stale' ? 'warning' : 'danger'} live>
            {failure.code === 'stale' ? text('location-group-stale') : l10n.problem(failure)}
          </Banner>
        )}
        <TextField
          label={text('location-group-name')}
          value={name}
          onChange={setName}
          maxLength={MAX_NAME}
          error={fieldError('name')}
          isRequired
        />
        <Banner tone="info" live inSight title={text('roles-change-effect')}>
          {effect()}
        </Banner>
        <LocationPicker
          customerId={customerId}
          may={can('locations.view')}
          chosen={chosen}
          error={fieldError('location_ids')}
          onChange={setChosen}
        />
      </div>
    </Dialog>
  )

  function effect(): string {
    if (chosen.length === 0) {
      return text('scope-change-choose')
    }
    if (!before) {
      return text('location-group-effect-new', { group: shown, places: places(l10n, chosen) })
    }
    if (gained.length + lost.length === 0) {
      return text('location-group-effect-same')
    }
    if (before.members === null) {
      return text('location-group-effect-unseen', { group: shown })
    }
    const key =
      gained.length === 0
        ? 'location-group-effect-loses'
        : lost.length === 0
          ? 'location-group-effect-gains'
          : 'location-group-effect-both'
    return text(key, {
      group: before.group.name,
      members: before.members,
      gained: places(l10n, gained),
      lost: places(l10n, lost),
    })
  }

  function fieldError(field: string): string | undefined {
    const error = failure?.errors.find((each) => each.field.startsWith(field))
    return error && l10n.fieldProblem(error)
  }

  function unavailableReason(): string | undefined {
    if (!online) {
      return l10n.problem({ code: 'offline' })
    }
    return chosen.length === 0 ? text('scope-change-choose') : undefined
  }
}
