import { Icon } from '../Icon/Icon'
import type { IconName } from '../Icon/icons'
import tones from '../Tones/Tones.module.css'
import styles from './StatusBadge.module.css'

export type Tone = 'positive' | 'info' | 'warning' | 'danger' | 'neutral'

/** A state as symbol and word. The colour only repeats what both say. */
export function StatusBadge({
  tone,
  icon,
  children,
}: {
  tone: Tone
  icon: IconName
  children: string
}) {
  return (
    <span className={`${styles.badge} ${tones[tone]}`}>
      <Icon name={icon} size={14} />
      {children}
    </span>
  )
}
