import { keysOf } from '../../../app/actions/keysOf'
import { ButtonLook } from '../../../components/Button/ButtonLook'
import field from '../../../components/Field/Field.module.css'
import { Icon } from '../../../components/Icon/Icon'
import { IconLook } from '../../../components/IconButton/IconLook'
import { Kbd } from '../../../components/Kbd/Kbd'
import glass from '../../../components/SearchField/SearchField.module.css'
import { useL10n } from '../../../l10n/L10nContext'
import { binWords } from './binWords'
import styles from './UserFilterBar.module.css'

/** The search and the filters as they will stand there, before one can use them. */
export function FilterBarLook({
  withLocations,
  withWays,
}: {
  withLocations: boolean
  withWays: boolean
}) {
  const l10n = useL10n()
  const { text } = l10n
  const titles = [
    'users-filter-status',
    'users-filter-role',
    ...(withLocations ? ['users-filter-location'] : []),
    'users-filter-origin',
    'users-filter-factor',
    ...(withWays ? ['users-filter-way'] : []),
    'filters-sign-in',
    'users-filter-kind',
  ]
  return (
    <div className={styles.bar}>
      <div className={styles.controls}>
        <div className={styles.search}>
          <div className={field.box}>
            <span className={glass.glass}>
              <Icon name="search" />
            </span>
            <span className={`${field.bare} ${styles.placeholder}`}>
              {text('users-search-placeholder')}
            </span>
            <Kbd>{keysOf('search')}</Kbd>
          </div>
        </div>
        {titles.map((title) => (
          <ButtonLook key={title} size="small" variant="quiet" opens>
            {text('users-filter-button', { name: text(title), count: 0 })}
          </ButtonLook>
        ))}
        <span className={styles.end}>
          <IconLook icon="filter" />
          <ButtonLook size="small" variant="quiet" icon="delete">
            {binWords(l10n, null)}
          </ButtonLook>
          <IconLook icon="columns" />
        </span>
      </div>
    </div>
  )
}
