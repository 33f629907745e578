import { useState } from 'react'
import { useChangesAnswered } from '../../app/approvals'
import { useOnline } from '../../app/connection'
import { useSession } from '../../app/session'
import { Banner, Button, Dialog, ErrorState, Skeleton, toast } from '../../components'
import { backend, IpcFailure, type User } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { personName } from '../names'
import { useLocationGroups, useLocationNames, useUsersChanged } from '../queries'
import styles from './Scope.module.css'
import { ScopeChooser } from './ScopeChooser'
import { describeScopeChange } from './scopeChange'
import { isComplete, type ScopeChoice, sameScope, toScope } from './scopeChoice'
import { useReach } from './useReach'

interface Props {
  customerId: string
  user: User
  /** Asks a second administrator for other locations of one's own, instead of changing them (L1). */
  asks?: boolean
  onClose: () => void
}

/** Changes where a user reaches, with what that means in one sentence before it is saved (S60, C7). */
export function ChangeScopeDialog(props: Props) {
  const { customerId, user, asks = false, onClose } = props
  const { text, problem } = useL10n()
  const ids = user.scope.location_ids ?? []
  const names = useLocationNames(customerId, ids)
  const groupIds = user.scope.group_ids ?? []
  const { can } = useSession()
  const groups = useLocationGroups(customerId, groupIds.length > 0 && can('locations.view'))
  if (names.data && (groupIds.length === 0 || groups.data || !can('locations.view'))) {
    const called = new Map((groups.data ?? []).map(({ id, name }) => [id, name]))
    const before = {
      kind: user.scope.kind,
      locations: names.data,
      groups: groupIds.map((id) => ({ id, name: called.get(id) ?? id })),
    }
    return <Loaded {...props} before={before} />
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={
        asks ? text('ask-locations-open') : text('scope-change-title', { name: personName(user) })
      }
      closeLabel={text('users-close')}
    >
      {names.error ? (
        <ErrorState
          title={text('locations-failed')}
          action={<Button onPress={() => void names.refetch()}>{text('users-retry')}</Button>}
        >
          {problem(IpcFailure.from(names.error))}
        </ErrorState>
      ) : (
        <Skeleton height="8rem" />
      )}
    </Dialog>
  )
}

function Loaded(props: Props & { before: ScopeChoice }) {
  const { customerId, user, asks = false, before, onClose } = props
  const l10n = useL10n()
  const { text } = l10n
  const online = useOnline()
  const changed = useUsersChanged(customerId)
  const asked = useChangesAnswered(customerId)
  const [choice, setChoice] = useState(before)
  const [saving, setSaving] = useState(false)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const name = personName(user)
  const reach = useReach(customerId, [before, choice])

  const save = async () => {
    setSaving(true)
    setFailure(null)
    try {
      const scope = toScope(choice)
      if (asks) {
        const request = { kind: 'own_locations' as const, scope }
        await backend.askChange(customerId, request, crypto.randomUUID())
      } else {
        await backend.changeScope(customerId, user.id, user.version, { scope })
      }
      const title = asks ? text('approvals-asked-done') : text('users-done-change_scope', { name })
      toast({ tone: 'positive', title })
      onClose()
    } catch (thrown) {
      setFailure(IpcFailure.from(thrown))
    }
    setSaving(false)
    // After a refusal, too: then what is shown here was out of date.
    await (asks ? asked() : changed())
  }
  const errorOf = (field: string) => {
    const error = failure?.errors.find((each) => each.field.startsWith(field))
    // The scope itself is never malformed; what stands against it is a role (S69).
    return field === 'scope.kind'
      ? error && l10n.problem({ code: 'administrator_limited' })
      : error && l10n.fieldProblem(error)
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={asks ? text('ask-locations-open') : text('scope-change-title', { name })}
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
            {asks ? text('ask-access-send') : text('scope-change-save', { name })}
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        {asks && <p>{text('ask-locations-how')}</p>}
        {failure && failure.errors.length === 0 && (
          <Banner tone={failure.code === 'stale' ? 'warning' : 'danger'} live>
            {l10n.problem(failure)}
          </Banner>
        )}
        <Banner tone="info" live inSight title={text('roles-change-effect')}>
          {effect()}
        </Banner>
        <ScopeChooser
          customerId={customerId}
          choice={choice}
          asks={asks}
          errorOf={errorOf}
          onChange={setChoice}
        />
      </div>
    </Dialog>
  )

  function effect(): string {
    if (!isComplete(choice)) {
      return text('scope-change-choose')
    }
    const [had, gets] = reach ?? []
    if (!had || !gets) {
      return text('location-group-counting')
    }
    return sameScope(had, gets) && !sameScope(before, choice)
      ? text('scope-change-same-reach', { name })
      : describeScopeChange(l10n, name, had, gets)
  }

  function unavailableReason(): string | undefined {
    if (!online) {
      return l10n.problem({ code: 'offline' })
    }
    if (!isComplete(choice)) {
      return text('scope-change-choose')
    }
    return sameScope(before, choice) ? text('roles-change-none', { name }) : undefined
  }
}
