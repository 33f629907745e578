import { Checkbox } from '../../../components'
import type { Permission, Role, User } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { roleName } from '../names'
import styles from './RoleChoices.module.css'

/** The roles of the customer with what each allows. Roles beyond one's own stay visible, and say why. */
export function RoleChoices({
  roles,
  selected,
  onChange,
  error,
}: {
  roles: readonly Role[]
  selected: readonly string[]
  onChange: (selected: string[]) => void
  error?: string | undefined
}) {
  const l10n = useL10n()
  const label = l10n.text('roles-choose')
  return (
    <fieldset className={styles.choices} aria-invalid={error !== undefined}>
      <legend className={styles.legend}>{label}</legend>
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      {roles.map((role) => (
        <Checkbox
          key={role.id}
          isSelected={selected.includes(role.id)}
          isDisabled={!role.grantable && !selected.includes(role.id)}
          description={description(role)}
          onChange={(on) =>
            onChange(on ? [...selected, role.id] : selected.filter((kept) => kept !== role.id))
          }
        >
          {roleName(l10n, role)}
        </Checkbox>
      ))}
    </fieldset>
  )

  function description(role: Role): string {
    const what = role.built_in ? l10n.text(`role-${role.built_in}-description`) : ''
    return role.grantable ? what : `${what} ${l10n.text('roles-not-grantable')}`.trim()
  }
}

/** The permissions that a user has beside the roles. */
export function directOf(user: User): Permission[] {
  return user.rights.filter(({ direct }) => direct).map(({ permission }) => permission)
}
