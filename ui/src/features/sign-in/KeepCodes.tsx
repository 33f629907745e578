import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { RecoveryCodes } from '../../app/second-factor/RecoveryCodes'
import { Banner, Button } from '../../components'
import { backend, type EnrolledOutcome, IpcFailure, type SignInOutcome } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './Form.module.css'
import { Frame } from './Frame'

/** The recovery codes of who has just set an authenticator up, and then on with the sign-in. */
export function KeepCodes({
  enrolled,
  name,
  onNext,
}: {
  enrolled: EnrolledOutcome
  name: string
  onNext: (outcome: SignInOutcome) => void
}) {
  const { text, problem } = useL10n()
  const [kept, setKept] = useState(false)
  const goOn = useMutation({
    // The session may be there without anybody's having been told whose it is.
    mutationFn: async (): Promise<SignInOutcome> =>
      enrolled.outcome ?? { kind: 'signed_in', me: await backend.me() },
    onSuccess: onNext,
  })
  return (
    <Frame>
      <div className={styles.intro}>
        <h1 className={styles.title}>{text('recovery-codes-keep')}</h1>
      </div>
      <div className={styles.form}>
        <RecoveryCodes codes={enrolled.recovery_codes} name={name} kept={kept} onKept={setKept} />
        {goOn.isError && (
          <Banner tone="danger" live>
            {problem(IpcFailure.from(goOn.error))}
          </Banner>
        )}
        <Button
          variant="primary"
          wide
          busy={goOn.isPending}
          unavailableReason={kept ? undefined : text('recovery-codes-not-kept')}
          onPress={() => goOn.mutate()}
        >
          {text('set-up-codes-done')}
        </Button>
      </div>
    </Frame>
  )
}
