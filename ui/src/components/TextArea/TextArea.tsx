import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  TextArea as Input,
} from 'react-aria-components'
import { FieldFrame, type FieldWords } from '../Field/Field'
import field from '../Field/Field.module.css'
import styles from './TextArea.module.css'

export interface TextAreaProps
  extends FieldWords,
    Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid' | 'validate'> {
  rows?: number
}

/** Several lines of text. */
export function TextArea({ label, description, error, rows = 6, ...rest }: TextAreaProps) {
  return (
    <AriaTextField
      {...rest}
      className={field.field}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <FieldFrame label={label} description={description} error={error}>
        <Input className={`${field.box} ${styles.lines}`} rows={rows} />
      </FieldFrame>
    </AriaTextField>
  )
}
