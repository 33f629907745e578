import { useState } from 'react'
import { useOnline } from '../../../app/connection'
import { Banner, Button, Dialog } from '../../../components'
import { type HandOver, IpcFailure, type RoleLabel, type User } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { LinkCard } from '../link/LinkCard'
import { ownerOf, personName, roleName } from '../names'
import { useUserActions } from '../useUserActions'
import styles from './AddUser.module.css'

/** Suggests the invitation once the user exists (S33); leaving sends nothing (S35). */
export function InvitationOffer({
  customerId,
  user,
  waiting,
  onClose,
}: {
  customerId: string
  user: User
  /** The roles that a second administrator is asked for. */
  waiting: readonly RoleLabel[]
  onClose: () => void
}) {
  const l10n = useL10n()
  const { text, problem } = l10n
  const online = useOnline()
  const { run } = useUserActions(customerId)
  const [busy, setBusy] = useState(false)
  const [handOver, setHandOver] = useState<HandOver | null>(null)
  const [failure, setFailure] = useState<IpcFailure | null>(null)
  const name = personName(user)
  const byMail = user.kind === 'verified'

  const invite = async () => {
    setBusy(true)
    setFailure(null)
    try {
      const outcome = await run('invite', user)
      if (outcome.handOver === null) {
        onClose()
      } else {
        setHandOver(outcome.handOver)
      }
    } catch (thrown) {
      setFailure(IpcFailure.from(thrown))
    }
    setBusy(false)
  }

  return (
    <Dialog
      open
      onClose={onClose}
      mustAnswer={handOver !== null}
      title={text(handOver === null ? 'offer-title' : 'link-title', { name })}
      closeLabel={text('users-close')}
      footer={
        handOver === null ? (
          <>
            <Button variant="quiet" onPress={onClose}>
              {text('offer-later')}
            </Button>
            <Button
              variant="primary"
              icon={byMail ? 'mail' : 'link'}
              busy={busy}
              unavailableReason={online ? undefined : problem({ code: 'offline' })}
              onPress={() => void invite()}
            >
              {text(byMail ? 'offer-send' : 'panel-make-link')}
            </Button>
          </>
        ) : (
          <Button onPress={onClose}>{text('link-close')}</Button>
        )
      }
    >
      <div className={styles.step}>
        {failure && (
          <Banner tone="danger" live>
            {problem(failure)}
          </Banner>
        )}
        {waiting.length > 0 && handOver === null && (
          <Banner tone="info" title={text('approvals-asked-done')}>
            {text('offer-waiting', {
              name,
              roles: l10n.list(waiting.map((role) => roleName(l10n, role))),
            })}
          </Banner>
        )}
        {user.group_mailbox && handOver === null && (
          <Banner tone="warning" title={text('group-mailbox-title')}>
            {text('group-mailbox-why')}
          </Banner>
        )}
        {handOver === null ? (
          <p>
            {text(byMail ? 'offer-mail' : 'offer-link', {
              name,
              sign_in_name: user.sign_in_name,
            })}
          </p>
        ) : (
          <LinkCard owner={ownerOf(user)} handOver={handOver} />
        )}
        {!byMail && (
          <p>
            {text('offer-sign-in-name')} <code className={styles.code}>{user.sign_in_name}</code>
          </p>
        )}
      </div>
    </Dialog>
  )
}
