import { type ReactNode, useId } from 'react'
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  TooltipTrigger,
} from 'react-aria-components'
import { Icon } from '../Icon/Icon'
import type { IconName } from '../Icon/icons'
import { Tooltip } from '../Tooltip/Tooltip'
import styles from './Button.module.css'

export interface ButtonProps
  extends Omit<
    AriaButtonProps,
    'children' | 'className' | 'style' | 'isPending' | 'aria-disabled'
  > {
  /** What happens, with object and count: "Deactivate 3 users". */
  children: string
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  size?: 'medium' | 'small'
  icon?: IconName
  /** Opens a menu or a sheet: shows the arrow that says so. */
  opens?: boolean
  /** The keys that do the same, shown faintly. */
  keys?: string
  /** Waits for the service: keeps its place and its focus, and takes no second press. */
  busy?: boolean
  /** Which right is missing, and who can help. The button stays visible and reachable, with a lock. */
  lockedReason?: ReactNode
  /** Why there is nothing to do now, for whatever right. It stays, too, without a lock. */
  unavailableReason?: ReactNode
  wide?: boolean
}

/** A button with words on it. */
export function Button({
  children,
  variant = 'secondary',
  size = 'medium',
  icon,
  opens = false,
  keys,
  busy = false,
  lockedReason,
  unavailableReason,
  wide = false,
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const locked = lockedReason !== undefined
  const reason = lockedReason ?? unavailableReason
  const held = reason !== undefined
  const shape = [
    styles.button,
    styles[variant],
    styles[size],
    wide && styles.wide,
    held && styles.held,
  ]
    .filter(Boolean)
    .join(' ')
  const face = (
    <>
      {busy ? (
        <span className={styles.busy} />
      ) : (
        (icon ?? locked) && <Icon name={locked ? 'locked' : (icon ?? 'locked')} />
      )}
      <span>{children}</span>
      {opens && <Icon name="chevronDown" size={14} />}
      {keys && (
        <kbd className={styles.keys} aria-hidden>
          {keys}
        </kbd>
      )}
    </>
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
