import {
  RadioGroup as AriaRadioGroup,
  type RadioGroupProps as AriaRadioGroupProps,
  Radio,
} from 'react-aria-components'
import { FieldFrame, type FieldWords } from '../Field/Field'
import field from '../Field/Field.module.css'
import type { Option } from '../Select/Select'
import styles from './RadioGroup.module.css'

export interface RadioGroupProps
  extends FieldWords,
    Omit<
      AriaRadioGroupProps,
      'children' | 'className' | 'style' | 'isInvalid' | 'value' | 'onChange'
    > {
  options: readonly (Option & { disabled?: boolean })[]
  selected: string | null
  onSelect: (id: string) => void
}

/** One of two to five choices, each with room for a sentence. */
export function RadioGroup({
  label,
  description,
  error,
  options,
  selected,
  onSelect,
  ...rest
}: RadioGroupProps) {
  return (
    <AriaRadioGroup
      {...rest}
      className={field.field}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      value={selected}
      onChange={onSelect}
    >
      <FieldFrame label={label} description={description} error={error}>
        <div className={styles.options}>
          {options.map((option) => (
            <Radio
              key={option.id}
              value={option.id}
              isDisabled={option.disabled ?? false}
              className={styles.option}
            >
              <span className={styles.dot} />
              <span className={styles.words}>
                <span className={styles.label}>{option.label}</span>
                {option.description && (
                  <span className={styles.description}>{option.description}</span>
                )}
              </span>
            </Radio>
          ))}
        </div>
      </FieldFrame>
    </AriaRadioGroup>
  )
}
