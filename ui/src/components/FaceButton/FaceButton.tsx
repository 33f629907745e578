import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import styles from './FaceButton.module.css'

export interface FaceButtonProps {
  /** Said before what it shows, where the face alone does not name it. */
  prefix?: string
  outlined?: boolean
  /** What pressing does; absent where the button opens a menu. */
  onPress?: () => void
  children: ReactNode
}

/** A button whose face is more than words, such as the plate that opens a menu. */
export function FaceButton({ prefix, outlined = false, onPress, children }: FaceButtonProps) {
  return (
    <Button
      className={outlined ? `${styles.button} ${styles.outlined}` : styles.button}
      {...(onPress && { onPress })}
    >
      {prefix && <span className="unseen">{prefix}: </span>}
      {children}
    </Button>
  )
}
