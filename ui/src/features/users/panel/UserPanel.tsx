import { useState } from 'react'
import { ChangeScopeDialog } from '../../../access/scope/ChangeScopeDialog'
import { WhyDialog } from '../../../access/WhyDialog'
import { useOnline } from '../../../app/connection'
import { barred } from '../../../app/LockedReason'
import { useSession } from '../../../app/session'
import { Banner, Button, ErrorState, SidePanel, Skeleton, Tabs } from '../../../components'
import { IpcFailure, type Permission, type User } from '../../../ipc/client'
import { useL10n, useNow } from '../../../l10n'
import type { MadeLink } from '../link/LinkDialog'
import { StatusCell } from '../list/StatusCell'
import { ownerOf, personName } from '../names'
import { useCatalogue, useRoles, useUser } from '../queries'
import { AskAccessDialog } from '../roles/AskAccessDialog'
import { ChangePermissionsDialog } from '../roles/ChangePermissionsDialog'
import { ChangeRolesDialog } from '../roles/ChangeRolesDialog'
import {
  type ButtonAction,
  type ChangingAction,
  type DirectAction,
  isChanging,
  useUserActions,
} from '../useUserActions'
import { AccessTab } from './AccessTab'
import { ActivityTab } from './ActivityTab'
import { ConvertDialog } from './ConvertDialog'
import { isForeign, panelActions } from './panelActions'
import { SecurityTab } from './SecurityTab'
import styles from './UserPanel.module.css'

export interface UserPanelProps {
  customerId: string
  userId: string
  onClose: () => void
  onLink: (made: MadeLink) => void
}

/** One user in full, beside the list. */
export function UserPanel({ customerId, userId, onClose, onLink }: UserPanelProps) {
  const { text, problem } = useL10n()
  const { data: user, error, refetch } = useUser(customerId, userId)
  if (user) {
    return <LoadedPanel customerId={customerId} user={user} onClose={onClose} onLink={onLink} />
  }
  return (
    <SidePanel title={text('users-details')} closeLabel={text('users-close')} onClose={onClose}>
      {error ? (
        <ErrorState
          title={text('users-failed-one')}
          action={<Button onPress={() => void refetch()}>{text('users-retry')}</Button>}
        >
          {problem(IpcFailure.from(error))}
        </ErrorState>
      ) : (
        <div className={styles.waiting}>
          <Skeleton width="60%" />
          <Skeleton />
          <Skeleton width="80%" />
        </div>
      )}
    </SidePanel>
  )
}

function LoadedPanel(props: Omit<UserPanelProps, 'userId'> & { user: User }) {
  const { customerId, user, onClose, onLink } = props
  const l10n = useL10n()
  const { text } = l10n
  const { can, me } = useSession()
  const online = useOnline()
  const now = useNow()
  const { data: roles = [] } = useRoles(customerId)
  const { data: catalogue = [] } = useCatalogue()
  const { run } = useUserActions(customerId)
  const [busy, setBusy] = useState<DirectAction | null>(null)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const [changing, setChanging] = useState<ChangingAction | 'ask' | 'ask_locations' | null>(null)
  const [why, setWhy] = useState<Permission | null>(null)
  const name = personName(user)

  const act = async (action: DirectAction) => {
    setBusy(action)
    setFailure(null)
    try {
      const { handOver } = await run(action, user)
      if (handOver !== null && (action === 'invite' || action === 'send_reset_link')) {
        onLink({ owner: ownerOf(user), kind: action, handOver })
      }
    } catch (thrown) {
      setFailure(IpcFailure.from(thrown))
    }
    setBusy(null)
  }
  const press = (action: ButtonAction) => {
    if (isChanging(action)) {
      setChanging(action)
    } else {
      void act(action)
    }
  }

  return (
    <SidePanel
      title={name}
      subtitle={
        <div className={styles.subtitle}>
          <bdi>{user.sign_in_name}</bdi>
          <StatusCell status={user.status} />
        </div>
      }
      closeLabel={text('users-close')}
      onClose={onClose}
      actions={[
        ...panelActions(l10n, user, online, now).map(({ action, label, icon, variant, reason }) => (
          <Button
            key={action}
            size="small"
            variant={variant}
            icon={icon}
            busy={busy === action}
            {...barred(reason)}
            onPress={() => press(action)}
          >
            {label}
          </Button>
        )),
        ...(me.user_id === user.id && can('users.manage')
          ? [
              <Button
                key="ask"
                size="small"
                icon="approvals"
                unavailableReason={online ? undefined : l10n.problem({ code: 'offline' })}
                onPress={() => setChanging('ask')}
              >
                {text('ask-access-open')}
              </Button>,
              <Button
                key="ask-locations"
                size="small"
                icon="location"
                unavailableReason={noOtherLocations()}
                onPress={() => setChanging('ask_locations')}
              >
                {text('ask-locations-open')}
              </Button>,
            ]
          : []),
      ]}
    >
      {isForeign(user) && user.status.kind !== 'deleted' && (
        <Banner tone="info" title={text('life-foreign-title')}>
          {text('life-foreign-why', { origin: text(`origin-${user.origin}`) })}
        </Banner>
      )}
      {user.status.until && user.status.kind === 'deleted' && (
        <Banner tone="info" title={l10n.text('life-bin-title')}>
          {text('life-bin-until', {
            relative: l10n.relative(user.status.until, now),
            date: l10n.date(user.status.until),
          })}
        </Banner>
      )}
      {failure && (
        <Banner tone={failure.code === 'stale' ? 'warning' : 'danger'} live>
          {l10n.problem(failure)}
        </Banner>
      )}
      <Tabs
        label={text('users-details')}
        tabs={[
          {
            id: 'access',
            title: text('panel-access'),
            content: (
              <AccessTab
                customerId={customerId}
                user={user}
                catalogue={catalogue}
                roles={roles}
                onWhy={setWhy}
              />
            ),
          },
          {
            id: 'security',
            title: text('panel-security'),
            content: <SecurityTab customerId={customerId} user={user} />,
          },
          {
            id: 'activity',
            title: text('panel-activity'),
            content: (
              <ActivityTab customerId={customerId} userId={user.id} may={can('activity.view')} />
            ),
          },
        ]}
      />
      {changing === 'change_roles' && (
        <ChangeRolesDialog
          customerId={customerId}
          user={user}
          roles={roles}
          catalogue={catalogue}
          onClose={() => setChanging(null)}
        />
      )}
      {changing === 'change_permissions' && (
        <ChangePermissionsDialog
          customerId={customerId}
          user={user}
          roles={roles}
          catalogue={catalogue}
          onClose={() => setChanging(null)}
        />
      )}
      {changing === 'change_scope' && (
        <ChangeScopeDialog customerId={customerId} user={user} onClose={() => setChanging(null)} />
      )}
      {changing === 'convert' && (
        <ConvertDialog customerId={customerId} user={user} onClose={() => setChanging(null)} />
      )}
      {changing === 'ask' && (
        <AskAccessDialog
          customerId={customerId}
          user={user}
          roles={roles}
          catalogue={catalogue}
          onClose={() => setChanging(null)}
        />
      )}
      {changing === 'ask_locations' && (
        <ChangeScopeDialog
          customerId={customerId}
          user={user}
          asks
          onClose={() => setChanging(null)}
        />
      )}
      {why !== null && (
        <WhyDialog
          customerId={customerId}
          user={user}
          permission={why}
          roles={roles}
          onClose={() => setWhy(null)}
        />
      )}
    </SidePanel>
  )

  function noOtherLocations(): string | undefined {
    // crates/domain/src/access.rs: whoever manages administrators cannot be limited (S69).
    if (can('administrators.manage')) {
      return text('ask-locations-limited')
    }
    return online ? undefined : l10n.problem({ code: 'offline' })
  }
}
