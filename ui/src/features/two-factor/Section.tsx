import { type ReactNode, useId } from 'react'
import styles from './TwoFactor.module.css'

/** One part of the screen: a name, a sentence, and what belongs to it. */
export function Section({
  title,
  lead,
  action,
  children,
}: {
  title: string
  lead: string
  action?: ReactNode
  children?: ReactNode
}) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <div>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          <p className={styles.soft}>{lead}</p>
        </div>
        {action}
      </div>
      {children}
    </section>
  )
}
