import type { ReactNode } from 'react'
import type { DataColumn } from '../../../components'
import type { UserRow } from '../../../ipc/client'
import { useL10n } from '../../../l10n/L10nContext'
import { useNow } from '../../../l10n/useNow'
import { reachName, roleName } from '../names'
import { type OptionalColumn, SORTABLE } from './columns'
import { FactorCell } from './FactorCell'
import { PersonCell } from './PersonCell'
import { StatusCell } from './StatusCell'
import { TwoLines } from './TwoLines'

type Cell = Pick<DataColumn<UserRow>, 'cell' | 'width' | 'minWidth' | 'hideBelow'>

/** What stands above a column whose name is longer than what it holds. */
const HEADS: Partial<Record<OptionalColumn, string>> = {
  last_sign_in_at: 'users-head-last_sign_in_at',
}

/** The columns of the table, in words, with what stands at the end of each row. */
export function useUserColumns(
  shown: readonly OptionalColumn[],
  ownId: string,
  end: (row: UserRow) => ReactNode,
): DataColumn<UserRow>[] {
  const l10n = useL10n()
  const now = useNow()
  const cells: Record<OptionalColumn, Cell> = {
    status: {
      width: '1.5fr',
      minWidth: 150,
      cell: ({ status }) => <StatusCell status={status} stacked />,
    },
    roles: {
      width: '1.3fr',
      hideBelow: 560,
      cell: ({ roles }) => (
        <TwoLines>{roles.map((role) => roleName(l10n, role)).join(', ')}</TwoLines>
      ),
    },
    reach: {
      width: '1.3fr',
      hideBelow: 820,
      cell: ({ scope, location_count }) => (
        <TwoLines>{reachName(l10n, scope, location_count)}</TwoLines>
      ),
    },
    last_sign_in_at: {
      width: '1.2fr',
      hideBelow: 700,
      cell: ({ last_sign_in_at }) =>
        last_sign_in_at ? l10n.relative(last_sign_in_at, now) : l10n.text('users-never'),
    },
    second_factor: {
      width: 78,
      minWidth: 78,
      hideBelow: 960,
      cell: ({ second_factor }) => <FactorCell state={second_factor} />,
    },
    sign_in_way: {
      hideBelow: 960,
      cell: ({ sign_in_way }) => l10n.text(`listed-way-${sign_in_way}`),
    },
    sign_in_name: {
      width: '1.5fr',
      hideBelow: 640,
      cell: ({ sign_in_name }) => <bdi>{sign_in_name}</bdi>,
    },
    kind: { hideBelow: 900, cell: ({ kind }) => l10n.text(`kind-${kind}`) },
    created_at: { hideBelow: 900, cell: ({ created_at }) => l10n.date(created_at) },
    origin: { hideBelow: 1000, cell: ({ origin }) => l10n.text(`origin-${origin}`) },
  }
  return [
    {
      id: 'name',
      title: l10n.text('users-column-name'),
      rowHeader: true,
      sortable: true,
      width: '1.85fr',
      minWidth: 150,
      cell: (row) => (
        <PersonCell
          row={row}
          own={row.id === ownId}
          withSignInName={!shown.includes('sign_in_name')}
        />
      ),
    },
    ...shown.map((id) => ({
      id,
      title: l10n.text(HEADS[id] ?? `users-column-${id}`),
      sortable: SORTABLE[id] !== undefined,
      ...cells[id],
    })),
    {
      id: 'buttons',
      title: l10n.text('users-column-buttons'),
      width: 132,
      minWidth: 132,
      hideBelow: 480,
      cell: end,
    },
  ]
}
