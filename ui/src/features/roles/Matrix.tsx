import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { roleName } from '../../access/names'
import { barred } from '../../app/LockedReason'
import { FaceButton, Icon, MenuButton, MenuItem } from '../../components'
import type { CataloguePermission, Customer, Permission, Role } from '../../ipc/client'
import { permissionKey, useL10n } from '../../l10n'
import styles from './Matrix.module.css'
import { move, type Place } from './move'

export interface MatrixProps {
  roles: readonly Role[]
  catalogue: readonly CataloguePermission[]
  customer: Customer
  /** Why no role can be made; then none can be copied. */
  lockedNew: ReactNode
  onAsk: (permission: Permission) => void
  onCopy: (role: Role) => void
  onEdit: (role: Role) => void
  onDelete: (role: Role) => void
}

/** Roles across, permissions down. The arrow keys walk the cells; Enter asks who can. */
export function Matrix(props: MatrixProps) {
  const { roles, catalogue, customer, onAsk } = props
  const l10n = useL10n()
  const { text } = l10n
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<Place>({ row: 0, column: 0 })
  const areas = [...new Set(catalogue.map(({ area }) => area))]
  const inOrder = areas.flatMap((area) => catalogue.filter((entry) => entry.area === area))

  const onKeyDown = (event: KeyboardEvent) => {
    const next = move(at, event.key, { rows: inOrder.length, columns: roles.length + 1 })
    const inCell = (event.target as HTMLElement).dataset['cell'] !== undefined
    if (next && inCell) {
      event.preventDefault()
      setAt(next)
      table.current?.querySelector<HTMLElement>(`[data-cell="${next.row}:${next.column}"]`)?.focus()
    }
  }
  const cell = (row: number, column: number) => ({
    'data-cell': `${row}:${column}`,
    tabIndex: at.row === row && at.column === column ? 0 : -1,
    onFocus: () => setAt({ row, column }),
  })

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroller} aria-label={text('screen-roles')} tabIndex={0}>
      <table className={styles.table} ref={table} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {text('matrix-permission')}
            </th>
            {roles.map((role) => (
              <th key={role.id} scope="col" className={styles.role}>
                <RoleHead role={role} {...props} />
              </th>
            ))}
          </tr>
        </thead>
        {areas.map((area) => (
          <tbody key={area}>
            <tr>
              <th scope="rowgroup" className={styles.area} colSpan={roles.length + 1}>
                <span>{text(`area-${area}`)}</span>
              </th>
            </tr>
            {inOrder.map((entry, row) => entry.area === area && rowOf(entry, row))}
          </tbody>
        ))}
      </table>
    </section>
  )

  function rowOf(entry: CataloguePermission, row: number) {
    const { permission, critical } = entry
    const key = permissionKey(permission)
    const name = text(key)
    return (
      <tr key={permission}>
        <th scope="row" className={styles.permission}>
          <button
            type="button"
            className={styles.name}
            {...cell(row, 0)}
            onClick={() => onAsk(permission)}
          >
            {name}
          </button>
          {critical && (
            <span className={styles.critical}>
              <Icon name="warning" size={14} />
              <span className="unseen">{text('panel-critical')} </span>
              {text(`${key}-risk`)}
            </span>
          )}
          {isIdle(entry, customer) && (
            <span className={styles.soft}>{text(`precondition-${entry.precondition}`)}</span>
          )}
        </th>
        {roles.map((role, column) => {
          const on = role.permissions.includes(permission)
          return (
            <td key={role.id} className={styles.cell}>
              <button
                type="button"
                className={on ? styles.on : styles.off}
                aria-label={text(on ? 'matrix-allows' : 'matrix-allows-not', {
                  role: roleName(l10n, role),
                  permission: name,
                })}
                {...cell(row, column + 1)}
                onClick={() => onAsk(permission)}
              >
                <Icon name={on ? 'check' : 'minus'} size={16} />
              </button>
            </td>
          )
        })}
      </tr>
    )
  }
}

function RoleHead({ role, lockedNew, onCopy, onEdit, onDelete }: MatrixProps & { role: Role }) {
  const l10n = useL10n()
  const { text } = l10n
  const name = roleName(l10n, role)
  const held = barred(
    role.refusal ? { code: role.refusal, params: { permission: 'roles.manage' } } : undefined,
  )
  return (
    <div className={styles.head}>
      <MenuButton
        label={text('matrix-role-menu', { role: name })}
        trigger={
          <FaceButton prefix={text('matrix-role')}>
            {name}
            <Icon name="chevronDown" size={14} />
          </FaceButton>
        }
        onAction={(id) => {
          const act = { copy: onCopy, edit: onEdit, delete: onDelete }[id]
          act?.(role)
        }}
      >
        <MenuItem id="copy" icon="copy" {...(lockedNew && { lockedReason: lockedNew })}>
          {text('role-copy')}
        </MenuItem>
        <MenuItem id="edit" icon="edit" {...held}>
          {text('role-edit')}
        </MenuItem>
        <MenuItem id="delete" icon="delete" tone="danger" {...held}>
          {text('role-remove')}
        </MenuItem>
      </MenuButton>
      {role.members !== null && (
        <Link to="/users" search={{ role: role.id }} className={styles.members ?? ''}>
          {text('matrix-members', { count: role.members })}
          <span className="unseen"> {name}</span>
        </Link>
      )}
      {role.built_in === null && <span className={styles.own}>{text('matrix-own')}</span>}
    </div>
  )
}

/** Whether a permission has no effect because of a fact of the customer (`CustomerFacts::meets`). */
function isIdle({ precondition }: CataloguePermission, customer: Customer): boolean {
  switch (precondition) {
    case 'acquirer_agreement':
      return !customer.acquirer_agreement
    case 'production':
      return customer.mode !== 'live'
    case null:
      return false
  }
}
