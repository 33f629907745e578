import {
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
} from 'react-aria-components'
import { Icon } from '../Icon/Icon'
import styles from './Checkbox.module.css'

/** A box with its words beside it, or, where a row or column is the words, named for the ear only. */
export type CheckboxProps = Omit<AriaCheckboxProps, 'children' | 'className' | 'style'> &
  ({ children: string; description?: string } | { 'aria-label': string } | { slot: 'selection' })

/** On, off or partly. */
export function Checkbox(props: CheckboxProps) {
  const { children, description, ...rest } = props as AriaCheckboxProps & {
    children?: string
    description?: string
  }
  return (
    <AriaCheckbox {...rest} className={styles.checkbox}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={styles.box}>
            {isIndeterminate ? (
              <Icon name="minus" size={12} />
            ) : (
              isSelected && <Icon name="check" size={12} />
            )}
          </span>
          {children && (
            <span className={styles.words}>
              {children}
              {description && <span className={styles.description}>{description}</span>}
            </span>
          )}
        </>
      )}
    </AriaCheckbox>
  )
}
