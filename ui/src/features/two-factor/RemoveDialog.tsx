import { FormDialog } from '../../app/form/FormDialog'
import { Banner, toast } from '../../components'
import { useL10n } from '../../l10n'
import styles from './TwoFactor.module.css'

/** What follows is said before; the service says why not, where a rule forbids it. */
export function RemoveDialog({
  name,
  last,
  effects,
  onRemove,
  onClose,
}: {
  name: string
  /** Whether the second factor is off afterwards. */
  last: boolean
  /** What follows, by the keys of the sentences. */
  effects: readonly string[]
  onRemove: () => Promise<unknown>
  onClose: () => void
}) {
  const { text } = useL10n()
  return (
    <FormDialog
      title={text('two-factor-remove-title', { name })}
      send={text('two-factor-remove-named', { name })}
      sendVariant="danger"
      onSend={async () => {
        await onRemove()
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
            {effects.map((effect) => (
              <li key={effect}>{text(effect)}</li>
            ))}
          </ul>
        </>
      )}
    </FormDialog>
  )
}
