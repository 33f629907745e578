import { parseDate } from '@internationalized/date'
import {
  DateField as AriaDateField,
  type DateFieldProps as AriaDateFieldProps,
  DateInput,
  DateSegment,
  type DateValue,
} from 'react-aria-components'
import { FieldFrame, type FieldWords } from '../Field/Field'
import field from '../Field/Field.module.css'
import styles from './DateField.module.css'

export interface DateFieldProps
  extends FieldWords,
    Pick<AriaDateFieldProps<DateValue>, 'autoFocus' | 'isDisabled'> {
  /** A day as `2026-06-15`, or none. */
  value: string | null
  /** The first and the last day that can be typed. */
  min?: string
  max?: string
  /** Called with a whole day, or with none when a part of it is cleared. */
  onChange: (day: string | null) => void
}

/** One day, typed part by part in the order in which the locale writes days. */
export function DateField({
  label,
  description,
  error,
  value,
  min,
  max,
  onChange,
  ...rest
}: DateFieldProps) {
  return (
    <AriaDateField
      {...rest}
      className={field.field}
      granularity="day"
      shouldForceLeadingZeros
      isInvalid={error !== undefined}
      validationBehavior="aria"
      value={value === null ? null : parseDate(value)}
      {...(min !== undefined && { minValue: parseDate(min) })}
      {...(max !== undefined && { maxValue: parseDate(max) })}
      onChange={(day) => onChange(day?.toString() ?? null)}
    >
      <FieldFrame label={label} description={description} error={error}>
        <DateInput className={`${field.box} ${styles.input}`}>
          {(segment) => <DateSegment segment={segment} className={styles.segment ?? ''} />}
        </DateInput>
      </FieldFrame>
    </AriaDateField>
  )
}
