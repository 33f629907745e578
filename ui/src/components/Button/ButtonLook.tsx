import { Icon } from '../Icon/Icon'
import type { IconName } from '../Icon/icons'
import styles from './Button.module.css'

export interface ButtonLookProps {
  /** What happens, with object and count: "Deactivate 3 users". */
  children: string
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  size?: 'medium' | 'small'
  icon?: IconName
  /** Opens a menu or a sheet: shows the arrow that says so. */
  opens?: boolean
  /** The keys that do the same, shown faintly. */
  keys?: string
  wide?: boolean
}

/** The classes of a button; one that is `held` has nothing to do now, or lacks a right. */
export function buttonShape({
  variant = 'secondary',
  size = 'medium',
  wide = false,
  held = false,
}: Pick<ButtonLookProps, 'variant' | 'size' | 'wide'> & { held?: boolean }): string {
  return [styles.button, styles[variant], styles[size], wide && styles.wide, held && styles.held]
    .filter(Boolean)
    .join(' ')
}

/** What stands on a button. */
export function ButtonFace({
  children,
  icon,
  opens = false,
  keys,
  busy = false,
}: Pick<ButtonLookProps, 'children' | 'icon' | 'opens' | 'keys'> & { busy?: boolean }) {
  return (
    <>
      {busy ? <span className={styles.busy} /> : icon && <Icon name={icon} />}
      <span>{children}</span>
      {opens && <Icon name="chevronDown" size={14} />}
      {keys && (
        <kbd className={styles.keys} aria-hidden>
          {keys}
        </kbd>
      )}
    </>
  )
}

/** A button that cannot be pressed yet, as it will look. */
export function ButtonLook({
  variant,
  size,
  wide,
  held = false,
  ...face
}: ButtonLookProps & { held?: boolean }) {
  return (
    <span className={buttonShape({ variant, size, wide, held })}>
      <ButtonFace {...face} />
    </span>
  )
}
