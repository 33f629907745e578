import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { Icon } from '../Icon/Icon'
import styles from './Field.module.css'

/** What every field has: a visible label, perhaps one sentence of help, perhaps what is wrong. */
export interface FieldWords {
  label: string
  description?: string
  /** What is wrong and how to put it right. Its presence marks the field as invalid. */
  error?: string
}

/** Label above, control, then help or error: the same order for every kind of field. */
export function FieldFrame({
  label,
  description,
  error,
  children,
}: FieldWords & { children: ReactNode }) {
  return (
    <>
      <Label className={styles.label}>{label}</Label>
      {children}
      {description && (
        <Text slot="description" className={styles.description}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error}>
        {error && (
          <>
            <Icon name="danger" size={14} />
            <span>{error}</span>
          </>
        )}
      </FieldError>
    </>
  )
}
