import type { Ref } from 'react'
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  Button,
  Group,
  Input,
} from 'react-aria-components'
import field from '../Field/Field.module.css'
import { Icon } from '../Icon/Icon'
import { Kbd } from '../Kbd/Kbd'
import styles from './SearchField.module.css'

export interface SearchFieldProps
  extends Omit<AriaSearchFieldProps, 'children' | 'className' | 'style' | 'aria-label'> {
  /** What is searched, spoken. */
  label: string
  placeholder: string
  /** The name of the button that empties the field. */
  clearLabel: string
  /** The key that leads here, shown while the field is empty. */
  keys?: string
  inputRef?: Ref<HTMLInputElement>
}

/** A field that narrows what is shown, as one types. Escape empties it. */
export function SearchField({
  label,
  placeholder,
  clearLabel,
  keys,
  inputRef,
  ...rest
}: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} aria-label={label} className={styles.search}>
      {({ isEmpty }) => (
        <Group className={field.box}>
          <span className={styles.glass}>
            <Icon name="search" />
          </span>
          <Input className={field.bare} placeholder={placeholder} ref={inputRef} />
          {!isEmpty && (
            <Button className={styles.clear} aria-label={clearLabel}>
              <Icon name="close" size={14} />
            </Button>
          )}
          {isEmpty && keys && <Kbd>{keys}</Kbd>}
        </Group>
      )}
    </AriaSearchField>
  )
}
