import type { ReactNode } from 'react'
import { Icon } from '../Icon/Icon'
import type { IconName } from '../Icon/icons'
import tones from '../Tones/Tones.module.css'
import styles from './Banner.module.css'

export type BannerTone = 'info' | 'positive' | 'warning' | 'danger'

const SYMBOL: Record<BannerTone, IconName> = {
  info: 'info',
  positive: 'active',
  warning: 'warning',
  danger: 'danger',
}

export interface BannerProps {
  tone: BannerTone
  title?: string
  children?: ReactNode
  /** One button or link that helps. */
  action?: ReactNode
  /** Announced at once: for what happened just now. Leave it out for what was there from the start. */
  live?: boolean
  /** Stays at the edge while what is around it scrolls: for what one reads while one chooses. */
  inSight?: boolean
}

/** Something to know, in place. */
export function Banner(props: BannerProps) {
  const { tone, title, children, action, live = false, inSight = false } = props
  return (
    <div
      className={`${styles.banner} ${tones[tone]} ${inSight ? styles.inSight : ''}`}
      {...(live && { role: tone === 'danger' ? 'alert' : 'status' })}
    >
      <Icon name={SYMBOL[tone]} />
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
