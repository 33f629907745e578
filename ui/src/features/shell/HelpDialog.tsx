import { ACTION_LIST, keysOf } from '../../app/actions'
import { Dialog, Kbd } from '../../components'
import { useL10n } from '../../l10n'
import styles from './HelpDialog.module.css'

/** Every shortcut, from the table that the app listens to. */
export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { text } = useL10n()
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={text('help-title')}
      closeLabel={text('shell-close')}
    >
      <div className={styles.groups}>
        {(['general', 'list'] as const).map((group) => (
          <section key={group}>
            <h3 className={styles.title}>{text(`help-${group}`)}</h3>
            <dl>
              {ACTION_LIST.filter(([, action]) => action.group === group).map(([id, action]) => (
                <div key={id} className={styles.row}>
                  <dt>{text(action.name)}</dt>
                  <dd>
                    <Kbd>{keysOf(id)}</Kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
