import { Checkbox } from '../../components'
import { useL10n } from '../../l10n'
import { useLocationGroups } from '../queries'
import styles from './Scope.module.css'
import type { Named } from './scopeChoice'

/** Chooses groups of locations; nothing where the customer has none that one may give. */
export function GroupPicker({
  customerId,
  may,
  chosen,
  error,
  onChange,
}: {
  customerId: string
  /** Whether the locations of the customer may be seen. */
  may: boolean
  chosen: readonly Named[]
  error: string | undefined
  onChange: (chosen: Named[]) => void
}) {
  const { text } = useL10n()
  const { data: groups = [] } = useLocationGroups(customerId, may)
  if (groups.length === 0) {
    return null
  }
  return (
    <fieldset className={styles.locations} aria-invalid={error !== undefined}>
      <legend className={styles.legend}>{text('scope-groups')}</legend>
      <p className={styles.none}>{text('scope-groups-description')}</p>
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      <div className={styles.found}>
        {groups.map(({ id, name, location_count }) => (
          <Checkbox
            key={id}
            isSelected={chosen.some((each) => each.id === id)}
            description={text('scope-only-count', { count: location_count })}
            onChange={(on) =>
              onChange(on ? [...chosen, { id, name }] : chosen.filter((each) => each.id !== id))
            }
          >
            {name}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}
