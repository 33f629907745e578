import styles from './Icon.module.css'
import { ICONS, type IconName } from './icons'

/** A picture beside words. It never speaks for itself: the words carry the meaning. */
export function Icon({ name, size = 16 }: { name: IconName; size?: 12 | 14 | 16 | 20 | 24 | 32 }) {
  const Picture = ICONS[name]
  return (
    <Picture className={styles.icon} size={size} strokeWidth={1.75} aria-hidden focusable={false} />
  )
}
