import { type ReactNode, useId } from 'react'
import styles from './ProfileScreen.module.css'

/** One part of the profile: a name, perhaps a sentence, and what belongs to it. */
export function Section({
  title,
  lead,
  children,
}: {
  title: string
  lead?: string
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {lead && <p className={styles.soft}>{lead}</p>}
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  )
}
