import { useState } from 'react'
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Group,
  Input,
  ToggleButton,
} from 'react-aria-components'
import { FieldFrame, type FieldWords } from '../Field/Field'
import field from '../Field/Field.module.css'
import styles from './TextField.module.css'

export interface TextFieldProps
  extends FieldWords,
    Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid' | 'validate'> {
  placeholder?: string
  /** Words of the switch that shows a password. Give them for `type="password"`. */
  reveal?: { show: string; hide: string }
}

/** One line of text. */
export function TextField({
  label,
  description,
  error,
  placeholder,
  reveal,
  type,
  ...rest
}: TextFieldProps) {
  const [shown, setShown] = useState(false)
  return (
    <AriaTextField
      {...rest}
      type={reveal && shown ? 'text' : (type ?? 'text')}
      className={field.field}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <FieldFrame label={label} description={description} error={error}>
        {reveal ? (
          <Group className={field.box}>
            <Input className={field.bare} placeholder={placeholder} />
            <ToggleButton className={styles.reveal} isSelected={shown} onChange={setShown}>
              {shown ? reveal.hide : reveal.show}
            </ToggleButton>
          </Group>
        ) : (
          <Input className={field.box} placeholder={placeholder} />
        )}
      </FieldFrame>
    </AriaTextField>
  )
}
