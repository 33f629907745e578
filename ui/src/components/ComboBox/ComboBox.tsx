import {
  ComboBox as AriaComboBox,
  type ComboBoxProps as AriaComboBoxProps,
  Button,
  Group,
  Input,
  ListBox,
  Popover,
} from 'react-aria-components'
import { FieldFrame, type FieldWords } from '../Field/Field'
import field from '../Field/Field.module.css'
import { Icon } from '../Icon/Icon'
import popover from '../Popover/Popover.module.css'
import { type Option, OptionRow } from '../Select/Select'
import select from '../Select/Select.module.css'
import styles from './ComboBox.module.css'

export interface ComboBoxProps
  extends FieldWords,
    Omit<
      AriaComboBoxProps<Option>,
      | 'children'
      | 'className'
      | 'style'
      | 'isInvalid'
      | 'items'
      | 'defaultItems'
      | 'selectedKey'
      | 'onSelectionChange'
    > {
  options: readonly Option[]
  selected?: string | null
  onSelect: (id: string) => void
  /** Said when nothing matches. */
  noneText: string
  placeholder?: string
  /** The options were narrowed already, by the service: show all of them. */
  narrowedElsewhere?: boolean
}

/** One of many choices, found by typing. */
export function ComboBox({
  label,
  description,
  error,
  options,
  selected,
  onSelect,
  noneText,
  placeholder,
  narrowedElsewhere = false,
  ...rest
}: ComboBoxProps) {
  return (
    <AriaComboBox
      {...rest}
      selectedKey={selected}
      {...(narrowedElsewhere ? { items: options } : { defaultItems: options })}
      className={field.field}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      menuTrigger="focus"
      allowsEmptyCollection
      onSelectionChange={(key) => key !== null && onSelect(String(key))}
    >
      <FieldFrame label={label} description={description} error={error}>
        <Group className={field.box}>
          <Input className={field.bare} placeholder={placeholder} />
          <Button className={styles.open}>
            <Icon name="pick" size={14} />
          </Button>
        </Group>
      </FieldFrame>
      <Popover className={`${popover.popover} ${select.list}`}>
        <ListBox
          className={select.options}
          renderEmptyState={() => <div className={select.none}>{noneText}</div>}
        >
          {(option: Option) => <OptionRow {...option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
