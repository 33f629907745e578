import { useCatalogue } from '../../access/queries'
import { Switch } from '../../components'
import { permissionKey, useL10n } from '../../l10n'
import styles from './SecurityScreen.module.css'

/** Whether critical rights wait for a second administrator, and which those are. */
export function ApprovalSetting({
  on,
  locked,
  onChange,
}: {
  on: boolean
  locked: boolean
  onChange: (on: boolean) => void
}) {
  const l10n = useL10n()
  const { text } = l10n
  const { data: catalogue = [] } = useCatalogue()
  const marked = catalogue.filter(({ needs_approval }) => needs_approval)
  return (
    <section className={styles.card} aria-labelledby="group-approval">
      <h2 id="group-approval" className={styles.heading}>
        {text('security-group-approval')}
      </h2>
      <div className={styles.words}>
        <Switch isSelected={on} isDisabled={locked} onChange={onChange}>
          {text('security-approval')}
        </Switch>
        <p className={styles.soft}>{text('security-approval-means')}</p>
        <p className={styles.soft}>
          {text('security-approval-rights', {
            rights: l10n.list(marked.map(({ permission }) => text(permissionKey(permission)))),
          })}
        </p>
      </div>
    </section>
  )
}
