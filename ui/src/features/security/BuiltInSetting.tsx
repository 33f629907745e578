import { Switch } from '../../components'
import { useL10n } from '../../l10n'
import styles from './SecurityScreen.module.css'

/** Whether codes out of the app itself count for restricted services. */
export function BuiltInSetting({
  refused,
  locked,
  onChange,
}: {
  refused: boolean
  locked: boolean
  onChange: (refused: boolean) => void
}) {
  const { text } = useL10n()
  return (
    <section className={styles.card} aria-labelledby="group-built-in">
      <h2 id="group-built-in" className={styles.heading}>
        {text('security-group-built-in')}
      </h2>
      <div className={styles.words}>
        <Switch isSelected={refused} isDisabled={locked} onChange={onChange}>
          {text('security-built-in')}
        </Switch>
        <p className={styles.soft}>{text('security-built-in-means')}</p>
      </div>
    </section>
  )
}
