import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useOnline } from '../../app/connection'
import { secondFactorsKey, useSecondFactors } from '../../app/secondFactors'
import { useSession } from '../../app/session'
import { useVault } from '../../app/vault'
import { Banner, Button, ErrorState, Skeleton, toast } from '../../components'
import {
  type AddedAuthenticator,
  backend,
  IpcFailure,
  type OwnSecondFactors,
  type ShownSetup,
} from '../../ipc/client'
import { useL10n } from '../../l10n'
import { AddDialog } from './AddDialog'
import { AuthenticatorList } from './AuthenticatorList'
import { DeviceAdvice } from './DeviceAdvice'
import { HereDialog } from './HereDialog'
import { PasskeyList } from './PasskeyList'
import { RecoveryCodesDialog } from './RecoveryCodesDialog'
import { RecoverySection } from './RecoverySection'
import styles from './TwoFactor.module.css'

/** By then a dialog that closed has given the focus back, if what had it is still there. */
const FOCUS_SETTLES = 400

/** One's own second factor: what is set up, and the way to set up, change and remove it (S104 to S109). */
export function TwoFactorScreen() {
  const { text, problem } = useL10n()
  const { data, error, refetch } = useSecondFactors()
  const heading = useRef<HTMLHeadingElement>(null)
  return (
    <div className={styles.page}>
      <h1 ref={heading} tabIndex={-1}>
        {text('screen-two-factor')}
      </h1>
      <p className={styles.lead}>{text('two-factor-lead')}</p>
      {data ? (
        <Content factors={data} heading={heading} />
      ) : error ? (
        <ErrorState
          title={text('two-factor-failed')}
          action={<Button onPress={() => void refetch()}>{text('shell-try-again')}</Button>}
        >
          {problem(IpcFailure.from(error))}
        </ErrorState>
      ) : (
        <div className={styles.parts} aria-busy="true">
          <Skeleton height="4rem" />
          <Skeleton />
          <Skeleton width="60%" />
        </div>
      )}
    </div>
  )
}

function Content({
  factors,
  heading,
}: {
  factors: OwnSecondFactors
  heading: RefObject<HTMLHeadingElement | null>
}) {
  const { text, problem } = useL10n()
  const { me } = useSession()
  const queries = useQueryClient()
  const online = useOnline()
  const { vault } = useVault()
  const [here, setHere] = useState(false)
  const [beginning, setBeginning] = useState(false)
  // Secrets: held here while their dialog is open, and in no cache.
  const [setup, setSetup] = useState<ShownSetup | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const before = useRef(factors.authenticators.length + factors.passkeys.length)
  const key = secondFactorsKey(me.session_id)
  const on = factors.authenticators.length + factors.passkeys.length > 0
  const offline = online ? undefined : problem({ code: 'offline' })
  const open = setup !== null || codes !== null || here
  const count = factors.authenticators.length + factors.passkeys.length

  // What was pressed may be gone by the time its dialog is: the focus is not to be lost with it.
  useEffect(() => {
    if (open) {
      return undefined
    }
    const timer = setTimeout(() => {
      if (document.activeElement === document.body && count !== before.current) {
        heading.current?.focus()
      }
      before.current = count
    }, FOCUS_SETTLES)
    return () => clearTimeout(timer)
  }, [open, count, heading])

  const begin = async () => {
    setBeginning(true)
    try {
      setSetup(await backend.beginAuthenticatorSetup())
    } catch (thrown) {
      toast({ tone: 'danger', title: problem(IpcFailure.from(thrown)) })
    }
    setBeginning(false)
  }
  const update = (now: OwnSecondFactors) => queries.setQueryData(key, now)
  const added = ({ recovery_codes }: AddedAuthenticator) => {
    if (recovery_codes.length > 0) {
      setCodes(recovery_codes)
    }
    toast({ tone: 'positive', title: text('two-factor-added') })
    return queries.invalidateQueries({ queryKey: key })
  }
  const add = (
    <div className={styles.ways}>
      <Button
        variant={on ? 'secondary' : 'primary'}
        icon="add"
        busy={beginning}
        unavailableReason={offline}
        onPress={() => void begin()}
      >
        {text(factors.authenticators.length > 0 ? 'two-factor-add-another' : 'two-factor-add')}
      </Button>
      <Button
        icon="codes"
        unavailableReason={
          offline ?? (vault?.status === 'open' ? undefined : text('own-here-vault'))
        }
        onPress={() => setHere(true)}
      >
        {text('own-here')}
      </Button>
    </div>
  )

  return (
    <div className={styles.parts}>
      {on ? (
        <Banner tone="positive" title={text('two-factor-on')}>
          {text('two-factor-on-means')}
        </Banner>
      ) : (
        <Banner
          tone="warning"
          title={text(factors.mailed_codes ? 'two-factor-mailed' : 'two-factor-off')}
          action={add}
        >
          {text(factors.mailed_codes ? 'two-factor-mailed-means' : 'two-factor-off-means')}
        </Banner>
      )}
      <div className={styles.sections}>
        {on && (
          <AuthenticatorList factors={factors} offline={offline} add={add} onChanged={update} />
        )}
        <PasskeyList factors={factors} offline={offline} onChanged={update} />
        {on && (
          <RecoverySection
            left={factors.recovery_codes_left}
            offline={offline}
            onDrawn={(drawn) => {
              setCodes(drawn)
              void queries.invalidateQueries({ queryKey: key })
            }}
          />
        )}
        <DeviceAdvice />
      </div>
      {setup && (
        <AddDialog
          key={setup.id}
          setup={setup}
          first={!on}
          onAdded={added}
          onClose={() => setSetup(null)}
        />
      )}
      {here && <HereDialog onAdded={added} onClose={() => setHere(false)} />}
      {codes && <RecoveryCodesDialog codes={codes} onClose={() => setCodes(null)} />}
    </div>
  )
}
