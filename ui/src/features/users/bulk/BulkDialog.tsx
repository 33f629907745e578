import { useState } from 'react'
import { useOnline } from '../../../app/connection'
import { Banner, Button, Dialog } from '../../../components'
import { ProgressBar } from '../../../components/ProgressBar/ProgressBar'
import type { UserRow } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import type { DirectAction } from '../useUserActions'
import styles from './BulkDialog.module.css'
import { BulkResults } from './BulkResults'
import { type Asking, divide } from './refusal'
import { SkippedList } from './SkippedList'
import { useBulk } from './useBulk'

/** The journey of one action over several users: who is skipped and why, progress, results. */
export function BulkDialog(props: {
  customerId: string
  action: DirectAction
  /** The selection as it was when the journey began. */
  rows: readonly UserRow[]
  asking: Asking
  onClose: (finished: boolean) => void
}) {
  const { customerId, action, rows, asking, onClose } = props
  const { text, problem } = useL10n()
  const online = useOnline()
  const { run, start, cancel } = useBulk(customerId)
  // Taking a deactivation back is a run of its own, in the same dialog.
  const [takenBack, setTakenBack] = useState(false)
  const { possible, skipped } = divide(action, rows, asking)
  const done = (run?.outcomes ?? []).filter(({ kind }) => kind === 'done')
  const failed = (run?.outcomes ?? []).filter(({ kind }) => kind === 'failed')
  const doing = takenBack ? 'reactivate' : action
  const count = possible.length
  const close = () => onClose(run !== null)

  return (
    <Dialog
      open
      onClose={close}
      mustAnswer={run?.phase === 'running'}
      title={text(`bulk-${doing}`, { count: run?.total ?? count })}
      closeLabel={text('users-close')}
      footer={footer()}
    >
      {run === null ? (
        <div className={styles.parts}>
          <p>{text(`bulk-${action}-means`, { count })}</p>
          {skipped.length > 0 && (
            <>
              <Banner
                tone="info"
                title={text('bulk-skipped', { count: skipped.length, total: rows.length })}
              />
              <SkippedList skipped={skipped} />
            </>
          )}
        </div>
      ) : (
        <div className={styles.parts}>
          <ProgressBar
            label={text(run.phase === 'running' ? 'bulk-running' : 'bulk-finished')}
            valueText={text('bulk-progress', { done: run.outcomes.length, total: run.total })}
            value={run.outcomes.length}
            max={run.total}
          />
          <BulkResults outcomes={run.outcomes} />
        </div>
      )}
    </Dialog>
  )

  function footer() {
    if (run === null) {
      return (
        <>
          <Button variant="quiet" onPress={close}>
            {text('users-cancel')}
          </Button>
          <Button
            variant={action === 'deactivate' ? 'danger' : 'primary'}
            unavailableReason={online ? undefined : problem({ code: 'offline' })}
            onPress={() => void start(action, possible, 'first')}
          >
            {text(`bulk-${action}`, { count })}
          </Button>
        </>
      )
    }
    if (run.phase === 'running') {
      return <Button onPress={cancel}>{text('bulk-stop')}</Button>
    }
    return (
      <>
        {doing === 'deactivate' && done.length > 0 && (
          <Button
            variant="quiet"
            onPress={() => {
              setTakenBack(true)
              void start(
                'reactivate',
                done.map(({ row }) => row),
                'back',
              )
            }}
          >
            {text('users-undo')}
          </Button>
        )}
        {failed.length > 0 && (
          <Button
            icon="retry"
            onPress={() =>
              void start(
                doing,
                failed.map(({ row }) => row),
                'again',
              )
            }
          >
            {text('bulk-retry', { count: failed.length })}
          </Button>
        )}
        <Button variant="primary" onPress={close}>
          {text('users-close')}
        </Button>
      </>
    )
  }
}
