import { ScopeChooser } from '../../../access/scope/ScopeChooser'
import type { Role } from '../../../ipc/client'
import { RoleChoices } from '../roles/RoleChoices'
import type { StepProps } from './WhoStep'

/** Roles and locations. "Only these" without a location cannot be saved (C7). */
export function AccessStep({
  customerId,
  roles,
  draft,
  errorOf,
  onChange,
}: StepProps & { customerId: string; roles: readonly Role[] }) {
  return (
    <>
      <RoleChoices
        roles={roles}
        selected={draft.roleIds}
        onChange={(roleIds) => onChange({ roleIds }, ['role_ids', 'scope.kind'])}
        error={errorOf('role_ids')}
      />
      <ScopeChooser
        customerId={customerId}
        choice={{ kind: draft.scope, locations: draft.locations, groups: draft.groups }}
        errorOf={errorOf}
        onChange={({ kind, locations, groups }) =>
          onChange({ scope: kind, locations, groups }, [
            ...(kind === draft.scope ? [] : ['scope.kind']),
            'scope.location_ids',
            'scope.group_ids',
          ])
        }
      />
    </>
  )
}
