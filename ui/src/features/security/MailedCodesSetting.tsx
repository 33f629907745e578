import { Switch } from '../../components'
import { useL10n } from '../../l10n'
import styles from './SecurityScreen.module.css'

/** Whether a sign-in mails a code to who has neither an app nor a passkey (C6). */
export function MailedCodesSetting({
  on,
  locked,
  onChange,
}: {
  on: boolean
  locked: boolean
  onChange: (on: boolean) => void
}) {
  const { text } = useL10n()
  return (
    <section className={styles.card} aria-labelledby="group-mailed-codes">
      <h2 id="group-mailed-codes" className={styles.heading}>
        {text('security-group-mailed-codes')}
      </h2>
      <div className={styles.words}>
        <Switch isSelected={on} isDisabled={locked} onChange={onChange}>
          {text('security-mailed-codes')}
        </Switch>
        <p className={styles.soft}>{text('security-mailed-codes-means')}</p>
      </div>
    </section>
  )
}
