import { ScopeChooser } from '../../../access/scope/ScopeChooser'
import type { ScopeChoice } from '../../../access/scope/scopeChoice'
import { RadioGroup } from '../../../components'
import type { Role } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { roleName } from '../names'
import type { BulkTask, ChosenKind } from './task'

const NOWHERE: ScopeChoice = { kind: 'only', locations: [], groups: [] }

/** Chooses which role a selection gets or loses, or where it reaches. */
export function TaskChooser({
  customerId,
  kind,
  task,
  roles,
  onChange,
}: {
  customerId: string
  kind: ChosenKind
  /** What is chosen so far. */
  task: BulkTask | null
  roles: readonly Role[]
  onChange: (task: BulkTask) => void
}) {
  const l10n = useL10n()
  const { text } = l10n
  if (kind === 'set_scope') {
    return (
      <ScopeChooser
        customerId={customerId}
        choice={task?.kind === 'set_scope' ? task.choice : NOWHERE}
        errorOf={() => undefined}
        onChange={(choice) => onChange({ kind, choice })}
      />
    )
  }
  return (
    <RadioGroup
      label={text('bulk-role')}
      options={roles.map((role) => ({
        id: role.id,
        label: roleName(l10n, role),
        description: description(role),
        disabled: !role.grantable,
      }))}
      selected={task && 'role' in task ? task.role.id : null}
      onSelect={(id) => {
        const role = roles.find((each) => each.id === id)
        if (role) {
          onChange({ kind, role })
        }
      }}
    />
  )

  function description(role: Role): string {
    const what = role.built_in ? text(`role-${role.built_in}-description`) : ''
    return role.grantable ? what : `${what} ${text('roles-not-grantable')}`.trim()
  }
}
