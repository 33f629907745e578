import { Checkbox } from '../components'
import type { CataloguePermission, Permission } from '../ipc/client'
import { permissionKey, useL10n } from '../l10n'
import { choose } from './choose'
import styles from './PermissionChoices.module.css'

/** Every permission of the catalogue by area, to be ticked. What one lacks oneself stays locked. */
export function PermissionChoices({
  catalogue,
  chosen,
  onChange,
  mayGive,
  given = [],
  givenBy,
  error,
}: {
  catalogue: readonly CataloguePermission[]
  chosen: readonly Permission[]
  onChange: (chosen: Permission[]) => void
  mayGive: (permission: Permission) => boolean
  /** Held anyway: shown as ticked, and not to be cleared here. */
  given?: readonly Permission[]
  /** What gives it. */
  givenBy?: (permission: Permission) => string
  error?: string | undefined
}) {
  const { text } = useL10n()
  const areas = [...new Set(catalogue.map(({ area }) => area))]
  return (
    <div className={styles.areas}>
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      {areas.map((area) => (
        <fieldset key={area} className={styles.area}>
          <legend className={styles.legend}>{text(`area-${area}`)}</legend>
          {catalogue
            .filter((entry) => entry.area === area)
            .map((entry) => (
              <Choice key={entry.permission} entry={entry} />
            ))}
        </fieldset>
      ))}
    </div>
  )

  function Choice({ entry }: { entry: CataloguePermission }) {
    const { permission } = entry
    const held = given.includes(permission)
    const on = chosen.includes(permission)
    return (
      <Checkbox
        isSelected={held || on}
        isDisabled={held || (!on && !mayGive(permission))}
        description={describe(entry, held)}
        onChange={(next) => onChange(choose(chosen, permission, next, catalogue, given))}
      >
        {text(permissionKey(permission))}
      </Checkbox>
    )
  }

  function describe({ permission, critical }: CataloguePermission, held: boolean): string {
    const key = permissionKey(permission)
    if (held && givenBy) {
      return givenBy(permission)
    }
    if (!mayGive(permission)) {
      return text('roles-not-grantable')
    }
    return critical
      ? `${text('panel-critical')} ${text(`${key}-risk`)}`
      : text(`${key}-description`)
  }
}
