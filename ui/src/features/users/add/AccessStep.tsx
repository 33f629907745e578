import { useMembership, useSession } from '../../../app/session'
import { RadioGroup } from '../../../components'
import type { Role, ScopeKind } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { RoleChoices } from '../roles/RoleChoices'
import { LocationPicker } from './LocationPicker'
import type { StepProps } from './WhoStep'

const SCOPES: readonly ScopeKind[] = ['all', 'only', 'none_yet']

/** Roles and locations. "Only these" without a location cannot be saved (C7). */
export function AccessStep({
  customerId,
  roles,
  draft,
  errorOf,
  onChange,
}: StepProps & { customerId: string; roles: readonly Role[] }) {
  const { text } = useL10n()
  const { can } = useSession()
  const { scope: own } = useMembership()
  const limited = own.kind !== 'all'
  return (
    <>
      <RoleChoices
        roles={roles}
        selected={draft.roleIds}
        onChange={(roleIds) => onChange({ roleIds }, ['role_ids', 'scope.kind'])}
        error={errorOf('role_ids')}
      />
      <RadioGroup
        label={text('add-reach')}
        description={limited ? text('add-reach-limited') : undefined}
        error={errorOf('scope.kind')}
        options={SCOPES.map((id) => ({
          id,
          label: text(`scope-${id}`),
          description: text(`scope-${id}-description`),
          // access.rs `may_give`: who is limited to locations gives locations of their own only.
          disabled: limited && id !== 'only',
        }))}
        selected={draft.scope}
        onSelect={(id) =>
          onChange({ scope: id as ScopeKind }, ['scope.kind', 'scope.location_ids'])
        }
      />
      {draft.scope === 'only' && (
        <LocationPicker
          customerId={customerId}
          may={can('locations.view')}
          chosen={draft.locations}
          error={errorOf('scope.location_ids')}
          onChange={(locations) => onChange({ locations }, ['scope.location_ids'])}
        />
      )}
    </>
  )
}
