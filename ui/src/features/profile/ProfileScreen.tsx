import { useQuery } from '@tanstack/react-query'
import { Button, ErrorState, Skeleton } from '../../components'
import { backend, IpcFailure } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { AddressSection } from './AddressSection'
import { ConfirmingSection } from './ConfirmingSection'
import { DevicesSection } from './DevicesSection'
import { ExternalSection } from './ExternalSection'
import { MembershipsSection } from './MembershipsSection'
import { OwnDataSection } from './OwnDataSection'
import styles from './ProfileScreen.module.css'
import { PasswordSection } from './password/PasswordSection'
import { profileKey } from './profileKey'
import { SignInSection } from './SignInSection'
import { TwoFactorSection } from './TwoFactorSection'

/** How often the service is asked whether a change was confirmed in the browser meanwhile. */
const ASK_AGAIN = 5_000

/** One's own data. Each part is a section of its own. */
export function ProfileScreen() {
  const { text, problem } = useL10n()
  const { data, error, refetch } = useQuery({
    queryKey: profileKey,
    queryFn: () => backend.readProfile(),
    refetchInterval: ({ state }) => (state.data?.waiting ? ASK_AGAIN : false),
  })
  return (
    <div className={styles.page}>
      <h1>{text('screen-profile')}</h1>
      <p className={styles.lead}>{text('profile-lead')}</p>
      {data ? (
        <div className={styles.sections}>
          <OwnDataSection key={data.version} profile={data} />
          <AddressSection profile={data} />
          <SignInSection profile={data} />
          <PasswordSection />
          <TwoFactorSection />
          <ConfirmingSection />
          <ExternalSection />
          <DevicesSection />
          <MembershipsSection />
        </div>
      ) : error ? (
        <ErrorState
          title={text('profile-failed')}
          action={<Button onPress={() => void refetch()}>{text('shell-try-again')}</Button>}
        >
          {problem(IpcFailure.from(error))}
        </ErrorState>
      ) : (
        <div className={styles.waiting}>
          <Skeleton width="40%" />
          <Skeleton />
          <Skeleton width="60%" />
        </div>
      )}
    </div>
  )
}
