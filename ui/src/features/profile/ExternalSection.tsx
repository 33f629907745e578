import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSession } from '../../app/session'
import { Banner, Button, StatusBadge } from '../../components'
import { backend, IpcFailure, NOT_CONFIRMED } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './ProfileScreen.module.css'
import { Section } from './Section'

/** Codes that say no more than what the person just did. */
const OWN_DOING = new Set([NOT_CONFIRMED, 'browser_wait_stopped'])

/** The account at another provider that signs one in, where the service has such a provider (L5). */
export function ExternalSection() {
  const { text, problem, dateTime } = useL10n()
  const { me } = useSession()
  const client = useQueryClient()
  const key = ['external-identity', me.session_id]
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => backend.readOwnExternalIdentity(),
  })
  const keep = {
    onSuccess: (own: unknown) => client.setQueryData(key, own),
  }
  const link = useMutation({
    mutationFn: () => backend.linkInBrowser(text('browser-done-title'), text('browser-done-body')),
    ...keep,
  })
  const unlink = useMutation({ mutationFn: () => backend.unlinkExternalIdentity(), ...keep })
  if (!data || (data.offered === null && data.linked === null)) {
    return null
  }
  const microsoft = (data.linked?.provider ?? data.offered) === 'microsoft'
  const failures = [link.error, unlink.error].filter((error) => error !== null)
  const failure = failures.map((error) => IpcFailure.from(error))[0]
  return (
    <Section
      title={text(microsoft ? 'profile-microsoft' : 'profile-external')}
      lead={text(
        me.signs_in_with === null ? 'profile-external-lead' : 'profile-external-only-lead',
      )}
    >
      {failure && !OWN_DOING.has(failure.code) && (
        <Banner tone="danger" live>
          {problem(failure)}
        </Banner>
      )}
      <div className={styles.row}>
        <StatusBadge
          tone={data.linked ? 'positive' : 'neutral'}
          icon={data.linked ? 'check' : 'close'}
        >
          {data.linked
            ? text('profile-external-since', { date: dateTime(data.linked.linked_at) })
            : text('profile-external-none')}
        </StatusBadge>
        {data.linked ? (
          <Button
            busy={unlink.isPending}
            unavailableReason={
              me.signs_in_with === null ? undefined : text('profile-external-only')
            }
            onPress={() => unlink.mutate()}
          >
            {text('profile-external-unlink')}
          </Button>
        ) : link.isPending ? (
          <span className={styles.actions}>
            <Button onPress={() => void backend.openBrowserAgain()}>
              {text('browser-wait-again')}
            </Button>
            <Button variant="quiet" onPress={() => void backend.stopBrowserWait()}>
              {text('browser-wait-stop')}
            </Button>
          </span>
        ) : (
          <Button onPress={() => link.mutate()}>{text('profile-external-link')}</Button>
        )}
      </div>
      {link.isPending && (
        <p className={styles.soft} role="status">
          {text('browser-wait-title')}
        </p>
      )}
    </Section>
  )
}
