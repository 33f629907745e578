import { ACTION_LIST, keysOf } from '../../app/actions'
import { useConcerns } from '../../app/audience'
import { Dialog, Kbd } from '../../components'
import { useL10n } from '../../l10n'
import styles from './HelpDialog.module.css'

/** Every shortcut, from the table that the app listens to. */
export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { text } = useL10n()
  const concerns = useConcerns()
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={text('help-title')}
      closeLabel={text('shell-close')}
    >
      <div className={styles.groups}>
        {(['general', 'list'] as const).map((group) => {
          const actions = ACTION_LIST.filter(
            ([, action]) => action.group === group && concerns(action),
          )
          return (
            actions.length > 0 && (
              <section key={group}>
                <h3 className={styles.title}>{text(`help-${group}`)}</h3>
                <dl>
                  {actions.map(([id, action]) => (
                    <div key={id} className={styles.row}>
                      <dt>{text(action.name)}</dt>
                      <dd>
                        <Kbd>{keysOf(id)}</Kbd>
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            )
          )
        })}
      </div>
    </Dialog>
  )
}
