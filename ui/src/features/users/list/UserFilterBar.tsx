import { useRef, useState } from 'react'
import { keysOf, useAction } from '../../../app/actions'
import { useSession } from '../../../app/session'
import { Banner, Button, FacetFilter, SearchField, TagGroup } from '../../../components'
import type {
  FactorState,
  Location,
  Role,
  SavedFilter,
  UserCounts,
  UserStatusKind,
} from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { roleName } from '../names'
import { useLocationNames } from '../queries'
import { SavedFilters } from '../saved/SavedFilters'
import { fromSaved } from '../saved/savedFilter'
import { BinButton } from './BinButton'
import { ColumnChoice } from './ColumnChoice'
import { countOf, withFactor } from './countOf'
import { filterChips } from './filterChips'
import { KindFilter } from './KindFilter'
import { LocationFilter } from './LocationFilter'
import { SignInFilter } from './SignInFilter'
import styles from './UserFilterBar.module.css'
import {
  FACTORS,
  MAX_SEARCH,
  NO_FILTERS,
  ORIGINS,
  STATUS_FILTERS,
  type UserFilters,
  withFacet,
  withoutChip,
} from './userQuery'
import { WayFilter } from './WayFilter'

/** Search as one types, filters, the chips of those that are on, and the choice of columns. */
export function UserFilterBar({
  customerId,
  filters,
  onChange: change,
  roles,
  counts,
  asked,
}: {
  customerId: string
  filters: UserFilters
  onChange: (filters: UserFilters) => void
  roles: readonly Role[]
  /** How many there are of which status; absent while nobody has counted. */
  counts: UserCounts | undefined
  /** The kept filter that the address asks for. */
  asked: string | undefined
}) {
  const l10n = useL10n()
  const { text } = l10n
  const { can } = useSession()
  const input = useRef<HTMLInputElement>(null)
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map())
  useAction('search', () => {
    // Selecting what a field holds need not lead there.
    input.current?.focus()
    input.current?.select()
  })
  // A filter that came with the address has not been picked here, so its name is asked for.
  const nameless = filters.location.filter((id) => !known.has(id))
  const named = useLocationNames(customerId, nameless, nameless.length > 0 && can('locations.view'))
  const names = new Map([
    ...known,
    ...(named.data ?? []).map(({ id, name }) => [id, name] as const),
  ])
  const chips = filterChips(l10n, filters, roles, names)
  const statusLabel = (kind: UserStatusKind) => {
    const count = countOf(counts, kind)
    return count === null
      ? text(`status-${kind}`)
      : text('life-count', { name: text(`status-${kind}`), count: l10n.number(count) })
  }
  const factorLabel = (state: FactorState) => {
    const count = withFactor(counts, state)
    return count === null
      ? text(`factor-${state}-long`)
      : text('life-count', { name: text(`factor-${state}-long`), count: l10n.number(count) })
  }
  const buttonText = (facet: 'status' | 'role' | 'origin' | 'factor') =>
    text('users-filter-button', {
      name: text(`users-filter-${facet}`),
      count: filters[facet].length,
    })
  // Something of a kept filter is gone: that stands there until other filters are chosen.
  const [applied, setApplied] = useState<SavedFilter | null>(null)
  const onChange = (next: UserFilters) => {
    setApplied(null)
    change(next)
  }
  const apply = (saved: SavedFilter) => {
    change(fromSaved(saved.filter))
    setApplied(saved)
  }
  const remember = (locations: readonly Location[]) =>
    setKnown(new Map([...known, ...locations.map(({ id, name }) => [id, name] as const)]))

  return (
    <div className={styles.bar}>
      <div className={styles.controls}>
        <div className={styles.search}>
          <SearchField
            label={text('users-search')}
            placeholder={text('users-search-placeholder')}
            clearLabel={text('users-search-clear')}
            keys={keysOf('search')}
            inputRef={input}
            value={filters.search}
            maxLength={MAX_SEARCH}
            onChange={(search) => onChange({ ...filters, search })}
          />
        </div>
        <FacetFilter
          title={text('users-filter-status')}
          buttonText={buttonText('status')}
          options={STATUS_FILTERS.map((id) => ({ id, label: statusLabel(id) }))}
          selected={filters.status}
          onChange={(values) => onChange(withFacet(filters, 'status', values))}
          noneText=""
        />
        <FacetFilter
          title={text('users-filter-role')}
          buttonText={buttonText('role')}
          options={roles.map((role) => ({ id: role.id, label: roleName(l10n, role) }))}
          selected={filters.role}
          onChange={(values) => onChange(withFacet(filters, 'role', values))}
          noneText=""
        />
        {can('locations.view') && (
          <LocationFilter
            customerId={customerId}
            selected={filters.location}
            onChange={(values) => onChange(withFacet(filters, 'location', values))}
            onNames={remember}
          />
        )}
        <FacetFilter
          title={text('users-filter-origin')}
          buttonText={buttonText('origin')}
          options={ORIGINS.map((id) => ({ id, label: text(`origin-${id}`) }))}
          selected={filters.origin}
          onChange={(values) => onChange(withFacet(filters, 'origin', values))}
          noneText=""
        />
        <FacetFilter
          title={text('users-filter-factor')}
          buttonText={buttonText('factor')}
          options={FACTORS.map((id) => ({ id, label: factorLabel(id) }))}
          selected={filters.factor}
          onChange={(values) => onChange(withFacet(filters, 'factor', values))}
          noneText=""
        />
        <WayFilter filters={filters} counts={counts} onChange={onChange} />
        <SignInFilter filters={filters} onChange={onChange} />
        <KindFilter kind={filters.kind} onChange={(kind) => onChange({ ...filters, kind })} />
        <span className={styles.end}>
          <SavedFilters customerId={customerId} filters={filters} asked={asked} onApply={apply} />
          <BinButton filters={filters} count={countOf(counts, 'deleted')} onChange={onChange} />
          <ColumnChoice />
        </span>
      </div>
      {applied !== null && applied.left_out > 0 && (
        <Banner tone="warning" live>
          {text('filters-left-out', { name: applied.name, count: applied.left_out })}
        </Banner>
      )}
      {chips.length > 0 && (
        <div className={styles.chips}>
          <TagGroup
            label={text('users-filters-on')}
            tags={chips}
            onRemove={(chip) => onChange(withoutChip(filters, chip))}
            removeLabel={(name) => text('users-filter-remove', { name })}
          />
          <Button
            size="small"
            variant="quiet"
            onPress={() => onChange({ ...NO_FILTERS, search: filters.search })}
          >
            {text('users-filters-clear')}
          </Button>
        </div>
      )}
    </div>
  )
}
