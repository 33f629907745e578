import { keysOf } from '../app/actions/keysOf'
import { ButtonLook } from '../components/Button/ButtonLook'
import { TableLook } from '../components/DataTable/TableLook'
import { IconLook } from '../components/IconButton/IconLook'
import type { Asking } from '../features/users/bulk/refusal'
import type { FirstPage } from '../features/users/firstPage'
import { columnsOf } from '../features/users/list/columns'
import { FilterBarLook } from '../features/users/list/FilterBarLook'
import buttons from '../features/users/list/RowButtons.module.css'
import { DUE_ICON, stepsOf } from '../features/users/list/rowSteps'
import { BY_NAME } from '../features/users/list/userQuery'
import { useUserColumns } from '../features/users/list/useUserColumns'
import screen from '../features/users/UsersScreen.module.css'
import type { OwnMembership, Permission, UserRow } from '../ipc/client'
import { useL10n } from '../l10n/L10nContext'

/** The users that fit on the screen. */
export function UsersSight({
  page: { rows, total, roles, external },
  fit,
  userId,
  membership,
  chosenColumns,
}: {
  page: FirstPage
  /** So many rows. */
  fit: number
  userId: string
  membership: OwnMembership
  chosenColumns: readonly string[]
}) {
  const { text, number } = useL10n()
  const may = (permission: Permission) => membership.permissions.includes(permission)
  const asking: Asking = { userId, membership, roles }
  const columns = useUserColumns(columnsOf(chosenColumns), userId, (row) => (
    <RowEnd row={row} asking={asking} />
  ))
  return (
    <div className={screen.screen}>
      <div className={screen.main}>
        <header className={screen.header}>
          <h1>{text('users-title')}</h1>
          <span className={screen.count}>
            {total !== null && text('users-count', { count: total, shown: number(total) })}
          </span>
          <span className={screen.gap} />
          <ButtonLook icon={may('security.manage') ? 'security' : 'locked'} held>
            {text('enforce-open')}
          </ButtonLook>
          <ButtonLook icon={may('users.manage') ? 'mail' : 'locked'} keys={keysOf('invite')} held>
            {text('users-invite', { count: 0 })}
          </ButtonLook>
          <ButtonLook
            variant="primary"
            icon={may('users.manage') ? 'addUser' : 'locked'}
            keys={keysOf('addUser')}
            held={!may('users.manage')}
          >
            {text('users-add')}
          </ButtonLook>
        </header>
        <FilterBarLook withLocations={may('locations.view')} withWays={external} />
        <div className={screen.table}>
          <TableLook
            columns={columns}
            items={rows.slice(0, fit)}
            itemKey={({ id }) => id}
            sort={BY_NAME}
          />
        </div>
      </div>
    </div>
  )
}

function RowEnd({ row, asking }: { row: UserRow; asking: Asking }) {
  const { due, lastIcon, danger } = stepsOf(row, asking)
  return (
    <span className={buttons.buttons}>
      {due && <IconLook icon={DUE_ICON[due]} />}
      <IconLook icon="edit" />
      <IconLook icon={lastIcon} danger={danger} />
    </span>
  )
}
