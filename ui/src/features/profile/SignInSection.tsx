import { useSession } from '../../app/session'
import type { Profile } from '../../ipc/client'
import { useL10n, useNow } from '../../l10n'
import styles from './ProfileScreen.module.css'
import { Section } from './Section'

/** When one signed in and set the password last. */
export function SignInSection({ profile }: { profile: Profile }) {
  const { text, relative, dateTime } = useL10n()
  const now = useNow()
  const { me } = useSession()
  const moment = (at: string | null) =>
    at === null
      ? text('profile-never')
      : text('profile-moment', { relative: relative(at, now), exact: dateTime(at) })
  return (
    <Section title={text('profile-sign-in')}>
      <dl className={styles.form}>
        <div className={styles.row}>
          <dt>{text('profile-last-sign-in')}</dt>
          <dd>{moment(profile.last_sign_in_at)}</dd>
        </div>
        {me.signs_in_with === null && (
          <div className={styles.row}>
            <dt>{text('profile-password-set')}</dt>
            <dd>{moment(profile.password_changed_at)}</dd>
          </div>
        )}
      </dl>
    </Section>
  )
}
