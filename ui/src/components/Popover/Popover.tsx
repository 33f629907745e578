import type { ReactNode } from 'react'
import {
  Popover as AriaPopover,
  Dialog,
  DialogTrigger,
  type PopoverProps,
} from 'react-aria-components'
import styles from './Popover.module.css'

export interface PopoverButtonProps {
  /** The button that opens it. */
  trigger: ReactNode
  /** The name of what opens. */
  label: string
  placement?: PopoverProps['placement']
  children: ReactNode
}

/** A small sheet beside the button that opens it. Escape closes it and gives the focus back. */
export function PopoverButton({
  trigger,
  label,
  placement = 'bottom start',
  children,
}: PopoverButtonProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className={styles.popover} placement={placement}>
        <Dialog className={`${styles.dialog} ${styles.padded}`} aria-label={label}>
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
