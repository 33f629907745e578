import { type ReactNode, useId } from 'react'
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  TooltipTrigger,
} from 'react-aria-components'
import { Tooltip } from '../Tooltip/Tooltip'
import { ButtonFace, type ButtonLookProps, buttonShape } from './ButtonLook'

export interface ButtonProps
  extends ButtonLookProps,
    Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'isPending' | 'aria-disabled'> {
  /** Waits for the service: keeps its place and its focus, and takes no second press. */
  busy?: boolean
  /** Which right is missing, and who can help. The button stays visible and reachable, with a lock. */
  lockedReason?: ReactNode
  /** Why there is nothing to do now, for whatever right. It stays, too, without a lock. */
  unavailableReason?: ReactNode
}

/** A button with words on it. */
export function Button({
  children,
  variant,
  size,
  icon,
  opens,
  keys,
  busy = false,
  lockedReason,
  unavailableReason,
  wide,
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const locked = lockedReason !== undefined
  const reason = lockedReason ?? unavailableReason
  const held = reason !== undefined
  const shape = buttonShape({ variant, size, wide, held })
  const face = (
    <ButtonFace icon={locked ? 'locked' : icon} opens={opens} keys={keys} busy={busy}>
      {children}
    </ButtonFace>
  )
  if (!held) {
    return (
      <AriaButton {...rest} className={shape} isPending={busy}>
        {face}
      </AriaButton>
    )
  }
  const { onPress: _press, type: _type, ...still } = rest
  return (
    <TooltipTrigger delay={300}>
      <AriaButton {...still} className={shape} aria-disabled="true" aria-describedby={reasonId}>
        {face}
        <span id={reasonId} className="unseen" aria-hidden>
          {reason}
        </span>
      </AriaButton>
      <Tooltip>{reason}</Tooltip>
    </TooltipTrigger>
  )
}
