import { useMembership, useSession } from '../../app/session'
import { RadioGroup } from '../../components'
import type { ScopeKind } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { GroupPicker } from './GroupPicker'
import { LocationPicker } from './LocationPicker'
import type { ScopeChoice } from './scopeChoice'

const KINDS: readonly ScopeKind[] = ['all', 'only', 'none_yet']

/**
 * Chooses where access applies: every location, only these, or none yet (C7). The one place where
 * that is chosen, for one user and for many.
 */
export function ScopeChooser({
  customerId,
  choice,
  asks = false,
  errorOf,
  onChange,
}: {
  customerId: string
  choice: ScopeChoice
  /** Asks somebody else for it, and so is not held to what one could give. */
  asks?: boolean
  /** What is wrong with `scope.kind`, `scope.location_ids` or `scope.group_ids`. */
  errorOf: (field: string) => string | undefined
  onChange: (choice: ScopeChoice) => void
}) {
  const { text } = useL10n()
  const { can } = useSession()
  const { scope: own } = useMembership()
  const limited = own.kind !== 'all' && !asks
  return (
    <>
      <RadioGroup
        label={text('add-reach')}
        description={limited ? text('add-reach-limited') : undefined}
        error={errorOf('scope.kind')}
        options={KINDS.map((id) => ({
          id,
          label: text(`scope-${id}`),
          description: text(`scope-${id}-description`),
          // access.rs `may_give`: who is limited to locations gives locations of their own only.
          disabled: limited && id !== 'only',
        }))}
        selected={choice.kind}
        onSelect={(kind) => onChange({ ...choice, kind: kind as ScopeKind })}
      />
      {choice.kind === 'only' && (
        <>
          <GroupPicker
            customerId={customerId}
            may={can('locations.view')}
            chosen={choice.groups}
            error={errorOf('scope.group_ids')}
            onChange={(groups) => onChange({ ...choice, groups })}
          />
          <LocationPicker
            customerId={customerId}
            may={can('locations.view')}
            chosen={choice.locations}
            error={errorOf('scope.location_ids')}
            onChange={(locations) => onChange({ ...choice, locations })}
          />
        </>
      )}
    </>
  )
}
