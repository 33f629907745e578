import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { keysOf, useAction } from '../../app/actions'
import { useOnline } from '../../app/connection'
import { EnforceButton } from '../../app/enforce/EnforceButton'
import { useLock } from '../../app/LockedReason'
import { usePreferences } from '../../app/preferences'
import { useMembership, useSession } from '../../app/session'
import { Button, DataTable, toast } from '../../components'
import { IpcFailure, type SortKey, type UserRow } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { AddUser } from './add/AddUser'
import { BulkDialog, type Wanted } from './bulk/BulkDialog'
import { type Asking, refusalOf } from './bulk/refusal'
import { SelectionBar } from './bulk/SelectionBar'
import { LinkDialog, type MadeLink } from './link/LinkDialog'
import { columnsOf } from './list/columns'
import { lockedOf } from './list/countOf'
import { MAX_SELECTED } from './list/gather'
import { RowButtons } from './list/RowButtons'
import { stepsOf } from './list/rowSteps'
import { UserFilterBar } from './list/UserFilterBar'
import { FailedList, NoUsers } from './list/UserListStates'
import { narrowedBy } from './list/userList'
import { NO_FILTERS } from './list/userQuery'
import { useUserColumns } from './list/useUserColumns'
import { useUserList } from './list/useUserList'
import { ownerOf, personName } from './names'
import { OfflineBanner } from './offline/OfflineBanner'
import { useOfflineCopy } from './offline/useOfflineCopy'
import { UserPanel } from './panel/UserPanel'
import { useCatalogue, useRoles, useUserCounts } from './queries'
import { readSearch } from './search'
import styles from './UsersScreen.module.css'
import { type ButtonAction, isChanging, useUserActions } from './useUserActions'

/** Everyone who has access to the customer (S10). */
export function UsersScreen() {
  const openUserId = useParams({ strict: false }).userId ?? null
  const navigate = useNavigate()
  const onOpenUser = (userId: string | null) =>
    void navigate(userId === null ? { to: '/users' } : { to: '/users/$userId', params: { userId } })
  const { text, problem, number } = useL10n()
  const { me, can } = useSession()
  const membership = useMembership()
  const customerId = membership.customer.id
  const online = useOnline()
  const copy = useOfflineCopy(customerId)
  const { preferences } = usePreferences()
  const kept = copy?.kind === 'kept' ? copy : null
  const { data: roles = kept?.roles ?? [] } = useRoles(customerId)
  const { data: catalogue = [] } = useCatalogue()
  const asked = readSearch(useSearch({ strict: false }))
  const list = useUserList(customerId, narrowedBy(asked), kept?.read_at ?? null)
  const { data: counts } = useUserCounts(customerId, list.filters)
  const { run } = useUserActions(customerId)
  const asking: Asking = { userId: me.user_id, membership, roles }
  const [adding, setAdding] = useState(asked.add === true && can('users.manage'))
  const [bulk, setBulk] = useState<{ wanted: Wanted; rows: readonly UserRow[] } | null>(null)
  const [link, setLink] = useState<MadeLink | null>(null)
  const table = useRef<HTMLDivElement>(null)

  const lockedManage = useLock()('users.manage')
  const startAdding = () => setAdding(true)
  const inviteSelected = () => setBulk({ wanted: 'invite', rows: list.selected })
  const invitable = list.selected.filter((row) => refusalOf('invite', row, asking) === null)
  useAction('addUser', lockedManage === undefined && online ? startAdding : null)
  useAction('invite', invitable.length > 0 && online ? inviteSelected : null)

  const act = async (action: ButtonAction, row: UserRow) => {
    const refusal = online ? refusalOf(action, row, asking) : { code: 'offline', params: {} }
    if (refusal || isChanging(action)) {
      toast({ tone: 'info', title: problem(refusal ?? { code: 'wrong_status' }) })
      return
    }
    try {
      const outcome = await run(action, row)
      if (outcome.handOver !== null && (action === 'invite' || action === 'send_reset_link')) {
        setLink({ owner: ownerOf(row), kind: action, handOver: outcome.handOver })
      }
    } catch (thrown) {
      toast({ tone: 'danger', title: problem(IpcFailure.from(thrown)) })
    }
  }
  const selectAll = async () => {
    try {
      if (!(await list.selectAll())) {
        const max = number(MAX_SELECTED)
        toast({ tone: 'info', title: text('bulk-too-many', { max }) })
      }
    } catch (thrown) {
      toast({ tone: 'danger', title: problem(IpcFailure.from(thrown)) })
    }
  }
  const columns = useUserColumns(columnsOf(preferences.user_columns), me.user_id, (row) => (
    <RowButtons
      row={row}
      onOpen={onOpenUser}
      onAct={(action, row) => void act(action, row)}
      steps={stepsOf(row, asking)}
    />
  ))
  const closePanel = () => {
    onOpenUser(null)
    focusTable(table.current)
  }

  return (
    <div className={styles.screen}>
      <div className={styles.main}>
        <header className={styles.header}>
          <h1>{text('users-title')}</h1>
          <span className={styles.count} role="status">
            {list.total !== null && countText(list.total)}
          </span>
          <span className={styles.gap} />
          <EnforceButton
            customerId={customerId}
            onShow={() => list.setFilters({ ...NO_FILTERS, factor: ['none'] })}
          />
          <Button
            icon="mail"
            keys={keysOf('invite')}
            lockedReason={lockedManage}
            unavailableReason={inviteReason()}
            onPress={inviteSelected}
          >
            {text('users-invite', { count: invitable.length })}
          </Button>
          <Button
            variant="primary"
            icon="addUser"
            keys={keysOf('addUser')}
            lockedReason={lockedManage}
            unavailableReason={online ? undefined : problem({ code: 'offline' })}
            onPress={startAdding}
          >
            {text('users-add')}
          </Button>
        </header>
        <UserFilterBar
          customerId={customerId}
          filters={list.filters}
          onChange={list.setFilters}
          roles={roles}
          counts={counts}
          asked={asked.saved}
        />
        {copy && <OfflineBanner copy={copy} updatedAt={list.updatedAt} />}
        <div className={styles.table} ref={table} aria-busy={list.state === 'loading'}>
          <DataTable
            label={text('users-title')}
            columns={columns}
            items={list.items}
            itemKey={(row) => row.id}
            itemName={personName}
            listKey={list.key}
            state={list.state}
            empty={<NoUsers filters={list.filters} onClear={list.setFilters} onAdd={startAdding} />}
            failed={<FailedList error={list.error} onRetry={list.retry} />}
            sort={list.sort}
            onSortChange={({ column, order }) => list.setSort({ column: column as SortKey, order })}
            selected={list.selectedIds}
            onSelect={list.select}
            onOpen={onOpenUser}
            openKey={openUserId}
            onNearStart={list.onNearStart}
            onNearEnd={list.onNearEnd}
          />
          {list.selected.length > 0 && (
            <SelectionBar
              selected={list.selected}
              asking={asking}
              total={list.total}
              gathering={list.gathering}
              onAct={(wanted) => setBulk({ wanted, rows: list.selected })}
              onSelectAll={() => void selectAll()}
              onClear={() => {
                list.clearSelection()
                focusTable(table.current)
              }}
            />
          )}
        </div>
      </div>
      {openUserId !== null && (
        <UserPanel
          key={openUserId}
          customerId={customerId}
          userId={openUserId}
          onClose={closePanel}
          onLink={setLink}
        />
      )}
      <AddUser
        open={adding}
        customerId={customerId}
        roles={roles}
        catalogue={catalogue}
        onClose={() => setAdding(false)}
        onFinished={(userId) => {
          setAdding(false)
          onOpenUser(userId)
        }}
      />
      {bulk && (
        <BulkDialog
          customerId={customerId}
          wanted={bulk.wanted}
          rows={bulk.rows}
          asking={asking}
          onClose={(finished) => {
            setBulk(null)
            if (finished) {
              list.clearSelection()
              focusTable(table.current)
            }
          }}
        />
      )}
      <LinkDialog made={link} onClose={() => setLink(null)} />
    </div>
  )

  /** "412 users, 3 locked": who is locked out needs somebody; a filter by status says it all. */
  function countText(total: number): string {
    const locked = list.filters.status.length === 0 ? lockedOf(counts) : 0
    const values = { count: total, shown: number(total) }
    return locked === 0
      ? text('users-count', values)
      : text('life-count-locked', { users: text('users-count', values), locked: number(locked) })
  }

  function inviteReason(): string | undefined {
    if (!online) {
      return problem({ code: 'offline' })
    }
    return invitable.length === 0 ? text('users-invite-none') : undefined
  }
}

/** Gives the focus back to the list, where it was. */
function focusTable(frame: HTMLElement | null): void {
  frame?.querySelector<HTMLElement>('[role=grid]')?.focus({ preventScroll: true })
}
