import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { LargeNumber } from '../../app/auth-request/LargeNumber'
import { UsePasskey } from '../../app/second-factor/UsePasskey'
import { Banner, Button, ErrorState, Skeleton } from '../../components'
import { backend, IpcFailure, type SignInOutcome } from '../../ipc/client'
import { useL10n } from '../../l10n'
import askStyles from './AskDevice.module.css'
import styles from './Form.module.css'
import { Frame } from './Frame'

/** A passkey in place of name and password: the number to type in the browser, and the way there. */
export function PasskeySignIn({
  onNext,
  onBack,
}: {
  onNext: (outcome: SignInOutcome) => void
  onBack: () => void
}) {
  const { text, problem } = useL10n()
  const [renewed, setRenewed] = useState(false)
  const begun = useQuery({
    queryKey: ['passkey-sign-in'],
    queryFn: () => backend.beginPasskeySignIn(),
    // Each question begins another sign-in, with another number.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnReconnect: false,
  })
  const signIn = async (id: string) => {
    try {
      onNext(
        await backend.signInWithPasskey(id, text('browser-done-title'), text('browser-done-body')),
      )
    } catch (thrown) {
      if (IpcFailure.from(thrown).code !== 'not_found') {
        throw thrown
      }
      // It waited for too long: the next one begins by itself, and says so.
      setRenewed(true)
      await begun.refetch()
    }
  }
  const unread = begun.error ? IpcFailure.from(begun.error) : null
  return (
    <Frame>
      <div className={styles.intro}>
        <h1 className={styles.title}>{text('passkey-door-title')}</h1>
        <p>{text('passkey-door-intro')}</p>
      </div>
      {begun.isPending && <Skeleton />}
      {unread && (
        <ErrorState
          title={text('passkey-door-failed')}
          action={<Button onPress={() => void begun.refetch()}>{text('users-retry')}</Button>}
        >
          {problem(unread)}
        </ErrorState>
      )}
      {begun.data && (
        <div className={askStyles.ask}>
          {renewed && (
            <Banner tone="warning" live>
              {text('passkey-door-renewed')}
            </Banner>
          )}
          <LargeNumber label={text('passkey-door-number')}>{begun.data.number}</LargeNumber>
          <UsePasskey onUse={() => signIn(begun.data.id)} />
        </div>
      )}
      <div className={styles.form}>
        <Button variant="quiet" wide onPress={onBack}>
          {text('expired-back')}
        </Button>
      </div>
    </Frame>
  )
}
