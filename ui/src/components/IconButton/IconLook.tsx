import { Icon } from '../Icon/Icon'
import type { IconName } from '../Icon/icons'
import styles from './IconButton.module.css'

/** The classes of a button with a picture only. */
export function iconShape({ onRail = false, danger = false }): string {
  return [styles.button, onRail && styles.rail, danger && styles.danger].filter(Boolean).join(' ')
}

/** Such a button that cannot be pressed yet, as it will look. */
export function IconLook({ icon, danger = false }: { icon: IconName; danger?: boolean }) {
  return (
    <span className={iconShape({ danger })}>
      <Icon name={icon} />
    </span>
  )
}
