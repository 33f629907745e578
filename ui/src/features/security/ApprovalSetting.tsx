import { useCatalogue } from '../../access/queries'
import { permissionKey, useL10n } from '../../l10n'
import { PolicySwitch } from './PolicySwitch'
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
    <PolicySwitch name="approval" on={on} locked={locked} onChange={onChange}>
      <p className={styles.soft}>
        {text('security-approval-rights', {
          rights: l10n.list(marked.map(({ permission }) => text(permissionKey(permission)))),
        })}
      </p>
    </PolicySwitch>
  )
}
