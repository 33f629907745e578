import { useRef } from 'react'
import { keysOf, useAction } from '../../app/actions'
import { SearchField } from '../../components'
import { useL10n } from '../../l10n'
import styles from './Provider.module.css'

/** The longest search, as the service takes it. */
const MAX_SEARCH = 100

/** How long typing must pause before the service is asked, in milliseconds. */
export const PAUSE = 180

/** The field that narrows a list; `/` leads into it. */
export function SearchBox({
  label,
  placeholder,
  value,
  onChange,
}: {
  label: string
  placeholder: string
  value: string
  onChange: (typed: string) => void
}) {
  const { text } = useL10n()
  const input = useRef<HTMLInputElement>(null)
  useAction('search', () => input.current?.focus())
  return (
    <div className={styles.search}>
      <SearchField
        label={label}
        placeholder={placeholder}
        clearLabel={text('users-search-clear')}
        keys={keysOf('search')}
        inputRef={input}
        value={value}
        maxLength={MAX_SEARCH}
        onChange={onChange}
      />
    </div>
  )
}
