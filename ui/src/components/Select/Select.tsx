import {
  Select as AriaSelect,
  type SelectProps as AriaSelectProps,
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components'
import { FieldFrame, type FieldWords } from '../Field/Field'
import field from '../Field/Field.module.css'
import { Icon } from '../Icon/Icon'
import popover from '../Popover/Popover.module.css'
import styles from './Select.module.css'

/** One choice. */
export interface Option {
  id: string
  label: string
  description?: string
}

export interface SelectProps
  extends FieldWords,
    Omit<
      AriaSelectProps<Option>,
      | 'children'
      | 'className'
      | 'style'
      | 'isInvalid'
      | 'selectedKey'
      | 'onSelectionChange'
      | 'placeholder'
    > {
  options: readonly Option[]
  selected: string | null
  onSelect: (id: string) => void
  placeholder?: string
}

/** One of a few choices. For more than about 15 use a ComboBox, which can be searched. */
export function Select({
  label,
  description,
  error,
  options,
  selected,
  onSelect,
  placeholder,
  ...rest
}: SelectProps) {
  return (
    <AriaSelect
      {...rest}
      placeholder={placeholder}
      className={field.field}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      selectedKey={selected}
      onSelectionChange={(key) => key !== null && onSelect(String(key))}
    >
      <FieldFrame label={label} description={description} error={error}>
        <Button className={`${field.box} ${styles.button}`}>
          <SelectValue className={styles.value} />
          <Icon name="pick" size={14} />
        </Button>
      </FieldFrame>
      <Popover className={`${popover.popover} ${styles.list}`}>
        <ListBox items={options} className={styles.options}>
          {(option) => <OptionRow {...option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

/** A choice in an open list. */
export function OptionRow({ id, label, description }: Option) {
  return (
    <ListBoxItem id={id} textValue={label} className={styles.option}>
      {({ isSelected }) => (
        <>
          <span className={styles.words}>
            <span>{label}</span>
            {description && <span className={styles.description}>{description}</span>}
          </span>
          {isSelected && <Icon name="check" />}
        </>
      )}
    </ListBoxItem>
  )
}
