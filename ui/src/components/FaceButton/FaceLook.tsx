import type { ReactNode } from 'react'
import styles from './FaceButton.module.css'

/** The classes of a button whose face is more than words. */
export function faceShape(outlined: boolean): string {
  return outlined ? `${styles.button} ${styles.outlined}` : `${styles.button}`
}

/** Such a button that cannot be pressed yet, as it will look. */
export function FaceLook({
  outlined = false,
  children,
}: {
  outlined?: boolean
  children: ReactNode
}) {
  return <span className={faceShape(outlined)}>{children}</span>
}
