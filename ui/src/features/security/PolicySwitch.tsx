import type { ReactNode } from 'react'
import { Switch } from '../../components'
import { useL10n } from '../../l10n'
import styles from './SecurityScreen.module.css'

/** A setting that is on or off, with what it means. Its words stand under `security-{name}` in the catalogues. */
export function PolicySwitch({
  name,
  on,
  locked,
  onChange,
  children,
}: {
  name: 'approval' | 'built-in' | 'mailed-codes'
  on: boolean
  locked: boolean
  onChange: (on: boolean) => void
  /** What else is to be known of it. */
  children?: ReactNode
}) {
  const { text } = useL10n()
  return (
    <section className={styles.card} aria-labelledby={`group-${name}`}>
      <h2 id={`group-${name}`} className={styles.heading}>
        {text(`security-group-${name}`)}
      </h2>
      <div className={styles.words}>
        <Switch isSelected={on} isDisabled={locked} onChange={onChange}>
          {text(`security-${name}`)}
        </Switch>
        <p className={styles.soft}>{text(`security-${name}-means`)}</p>
        {children}
      </div>
    </section>
  )
}
