import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  TooltipTrigger,
} from 'react-aria-components'
import { Icon } from '../Icon/Icon'
import type { IconName } from '../Icon/icons'
import { Tooltip } from '../Tooltip/Tooltip'
import { iconShape } from './IconLook'

export interface IconButtonProps
  extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  icon: IconName
  /** Its name for everyone: spoken, and shown on hover and focus. */
  label: string
  keys?: string
  onRail?: boolean
  /** Takes something away: red. */
  danger?: boolean
}

/** A button with a picture only, whose name is never optional. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, keys, onRail = false, danger = false, ...rest } = props
  return (
    <TooltipTrigger delay={500}>
      <AriaButton {...rest} aria-label={label} className={iconShape({ onRail, danger })}>
        <Icon name={icon} />
      </AriaButton>
      <Tooltip keys={keys}>{label}</Tooltip>
    </TooltipTrigger>
  )
}
