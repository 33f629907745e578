import { FormDialog } from '../../app/form/FormDialog'
import { Banner, toast } from '../../components'
import { type Authenticator, backend, type OwnSecondFactors } from '../../ipc/client'
import { useL10n } from '../../l10n'
import styles from './TwoFactor.module.css'

/** What follows is said before; the service says why not, where a rule forbids it. */
export function RemoveDialog({
  authenticator: { id, name },
  last,
  onRemoved,
  onClose,
}: {
  authenticator: Authenticator
  /** Whether the second factor is off afterwards. */
  last: boolean
  onRemoved: (now: OwnSecondFactors) => void
  onClose: () => void
}) {
  const { text } = useL10n()
  return (
    <FormDialog
      title={text('two-factor-remove-title', { name })}
      send={text('two-factor-remove-named', { name })}
      sendVariant="danger"
      onSend={async () => {
        onRemoved(await backend.removeAuthenticator(id))
        toast({ tone: 'positive', title: text('two-factor-removed', { name }) })
      }}
      onClose={onClose}
    >
      {() => (
        <>
          {last && (
            <Banner tone="warning" title={text('two-factor-remove-last')}>
              {text('two-factor-remove-last-means')}
            </Banner>
          )}
          <ul className={styles.effects}>
            <li>{text('two-factor-remove-codes')}</li>
            <li>{text('two-factor-remove-sessions')}</li>
            <li>{text('two-factor-remove-entry')}</li>
          </ul>
        </>
      )}
    </FormDialog>
  )
}
