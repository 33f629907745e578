import { Banner } from '../../../components'
import type { CataloguePermission } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import styles from './BulkDialog.module.css'
import type { Preview } from './preview'
import type { Asking } from './refusal'
import { ScopeEffects } from './ScopeEffects'
import { SkippedList } from './SkippedList'
import { effectSentences } from './sentences'
import { type BulkTask, isChosen } from './task'

/** What a task does before it is done: gained and lost in plain sentences, and who is left out. */
export function BulkPreview({
  customerId,
  task,
  preview,
  asking,
  catalogue,
}: {
  customerId: string
  task: BulkTask
  preview: Preview
  asking: Asking
  catalogue: readonly CataloguePermission[]
}) {
  const l10n = useL10n()
  const { text } = l10n
  const { possible, same, skipped } = preview
  const sentences = effectSentences(l10n, task, preview, asking, catalogue).join(' ')
  return (
    <>
      {isChosen(task.kind) ? (
        <Banner tone="info" live inSight title={text('roles-change-effect')}>
          {sentences}
        </Banner>
      ) : (
        <p>{sentences}</p>
      )}
      {task.kind === 'set_scope' && (
        <ScopeEffects customerId={customerId} choice={task.choice} rows={possible} />
      )}
      {skipped.length > 0 && (
        <div className={styles.left}>
          <Banner
            tone="info"
            title={text('bulk-skipped', {
              count: skipped.length,
              total: possible.length + same.length + skipped.length,
            })}
          />
          <SkippedList skipped={skipped} />
        </div>
      )}
    </>
  )
}
