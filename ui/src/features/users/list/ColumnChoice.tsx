import { usePreferences } from '../../../app/preferences'
import { Checkbox, IconButton, PopoverButton } from '../../../components'
import styles from '../../../components/FacetFilter/FacetFilter.module.css'
import { useL10n } from '../../../l10n'
import { columnsOf, OPTIONAL_COLUMNS, withColumn } from './columns'

/** Which columns are shown; remembered on this computer. */
export function ColumnChoice() {
  const { text } = useL10n()
  const { preferences, change } = usePreferences()
  const shown = columnsOf(preferences.user_columns)
  const title = text('users-columns')
  return (
    <PopoverButton
      label={title}
      placement="bottom end"
      trigger={<IconButton icon="columns" label={title} />}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a scrolling list. */}
      <div role="group" aria-label={title} className={styles.options}>
        {OPTIONAL_COLUMNS.map((column) => (
          <Checkbox
            key={column}
            isSelected={shown.includes(column)}
            onChange={(on) =>
              change({ user_columns: withColumn(preferences.user_columns, column, on) })
            }
          >
            {text(`users-column-${column}`)}
          </Checkbox>
        ))}
      </div>
    </PopoverButton>
  )
}
