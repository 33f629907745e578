import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { faceShape } from './FaceLook'

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
    <Button className={faceShape(outlined)} {...(onPress && { onPress })}>
      {prefix && <span className="unseen">{prefix}: </span>}
      {children}
    </Button>
  )
}
