import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useOnline } from '../../app/connection'
import { useSession } from '../../app/session'
import { Banner, Button, StatusBadge, toast } from '../../components'
import { backend, IpcFailure, type Profile, type WaitingChange } from '../../ipc/client'
import { useL10n, useNow } from '../../l10n'
import { ChangeEmailDialog } from './ChangeEmailDialog'
import styles from './ProfileScreen.module.css'
import { profileKey } from './profileKey'
import { Section } from './Section'

/** The address one signs in with, and a change of it that waits for the mailboxes. */
export function AddressSection({ profile }: { profile: Profile }) {
  const { text, problem } = useL10n()
  const online = useOnline()
  const [changing, setChanging] = useState(false)
  const verified = profile.kind === 'verified'
  const { me } = useSession()
  const locked = me.signs_in_with === null ? undefined : problem({ code: 'no_password_here' })
  return (
    <Section
      title={text('profile-address')}
      lead={text(verified ? 'profile-address-lead' : 'profile-username-lead')}
    >
      <div className={styles.row}>
        <div>
          <span className={styles.name}>
            <bdi>{profile.sign_in_name}</bdi>
          </span>
        </div>
        <Button
          unavailableReason={
            verified
              ? (locked ?? (online ? undefined : problem({ code: 'offline' })))
              : text('profile-username-locked')
          }
          onPress={() => setChanging(true)}
        >
          {text('profile-change-email')}
        </Button>
      </div>
      {profile.waiting && <Waiting change={profile.waiting} />}
      {changing && <ChangeEmailDialog profile={profile} onClose={() => setChanging(false)} />}
    </Section>
  )
}

/** What would change, who has confirmed it, and the way to stop it. */
function Waiting({ change }: { change: WaitingChange }) {
  const { text, problem, relative } = useL10n()
  const now = useNow()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const wanted = [
    [change.given_name, change.family_name].filter((part) => part !== null).join(' '),
    change.email ?? '',
  ].filter((part) => part !== '')

  const stop = async () => {
    setBusy(true)
    try {
      queries.setQueryData(profileKey, await backend.stopDataChange())
      toast({ tone: 'positive', title: text('profile-waiting-stopped') })
    } catch (thrown) {
      toast({ tone: 'danger', title: problem(IpcFailure.from(thrown)) })
    }
    setBusy(false)
  }

  return (
    <Banner
      tone="info"
      title={
        change.proposed_by === null
          ? text('profile-waiting-own', { wanted: wanted.join(', ') })
          : text('profile-waiting-proposed', {
              customer: change.proposed_by,
              wanted: wanted.join(', '),
            })
      }
      action={
        <Button size="small" busy={busy} onPress={() => void stop()}>
          {text(change.proposed_by === null ? 'profile-waiting-stop' : 'profile-waiting-refuse')}
        </Button>
      }
    >
      {text('profile-waiting-how', { until: relative(change.expires_at, now) })}
      <span className={styles.steps}>
        <Step name={text('profile-waiting-former')} done={change.former_confirmed} />
        {change.email !== null && (
          <Step name={text('profile-waiting-new')} done={change.new_confirmed} />
        )}
      </span>
    </Banner>
  )
}

function Step({ name, done }: { name: string; done: boolean }) {
  const { text } = useL10n()
  return (
    <span>
      <StatusBadge tone={done ? 'positive' : 'neutral'} icon={done ? 'check' : 'notInvited'}>
        {text(done ? 'profile-step-done' : 'profile-step-open', { name })}
      </StatusBadge>
    </span>
  )
}
