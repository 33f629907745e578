import { useState } from 'react'
import { isComplete } from '../../../access/scope/scopeChoice'
import { useOnline } from '../../../app/connection'
import { Button, Dialog } from '../../../components'
import type { UserRow } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { useCatalogue } from '../queries'
import styles from './BulkDialog.module.css'
import { BulkPreview } from './BulkPreview'
import { BulkProgress } from './BulkProgress'
import { previewOf } from './preview'
import type { Asking } from './refusal'
import type { Outcome } from './runBulk'
import { TaskChooser } from './TaskChooser'
import { type BulkKind, type BulkTask, isChosen } from './task'
import { useBulk } from './useBulk'

/** What the selection bar asks for; a role or a place is chosen in the dialog. */
export type Wanted = Exclude<BulkKind, 'put_back'>

/** The journey of one task over several users: the choice, what it does, progress, results. */
export function BulkDialog(props: {
  customerId: string
  wanted: Wanted
  /** The selection as it was when the journey began. */
  rows: readonly UserRow[]
  asking: Asking
  onClose: (finished: boolean) => void
}) {
  const { customerId, wanted, rows, asking, onClose } = props
  const { text, problem } = useL10n()
  const online = useOnline()
  const { data: catalogue = [] } = useCatalogue()
  const { run, start, back, cancel } = useBulk(customerId)
  const [task, setTask] = useState<BulkTask | null>(() => firstTask(wanted))
  const preview = task && previewOf(task, rows, asking)
  const count = preview?.possible.length ?? rows.length
  const close = () => onClose(run !== null)
  const failures = (run?.outcomes ?? []).filter((each) => each.kind === 'failed')
  const needed = failures.filter(({ failure }) => failure.code === 'approval_required')
  const failed = failures.filter(({ failure }) => failure.code !== 'approval_required')
  const done = (run?.outcomes ?? []).filter(({ kind }) => kind === 'done')

  return (
    <Dialog
      open
      onClose={close}
      mustAnswer={run?.phase === 'running'}
      title={text(`bulk-${run?.task.kind ?? wanted}`, { count: run?.total ?? count })}
      closeLabel={text('users-close')}
      footer={footer()}
    >
      <div className={styles.parts}>
        {run ? (
          <BulkProgress run={run} />
        ) : (
          <>
            {/* Before the choice: what it does stays in sight while one chooses. */}
            {task && preview && (
              <BulkPreview
                customerId={customerId}
                task={task}
                preview={preview}
                asking={asking}
                catalogue={catalogue}
              />
            )}
            {isChosen(wanted) && (
              <TaskChooser
                customerId={customerId}
                kind={wanted}
                task={task}
                roles={asking.roles}
                onChange={setTask}
              />
            )}
          </>
        )}
      </div>
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
            variant={wanted === 'deactivate' || wanted === 'delete' ? 'danger' : 'primary'}
            unavailableReason={unavailableReason()}
            onPress={() => {
              if (task && preview) {
                void start(task, preview.possible, 'first')
              }
            }}
          >
            {text(`bulk-${wanted}`, { count })}
          </Button>
        </>
      )
    }
    if (run.phase === 'running') {
      return <Button onPress={cancel}>{text('bulk-stop')}</Button>
    }
    const rowsOf = (outcomes: readonly Outcome[]) => outcomes.map(({ row }) => row)
    return (
      <>
        {back && done.length > 0 && (
          <Button variant="quiet" onPress={() => void start(back, rowsOf(done), 'back')}>
            {text('users-undo')}
          </Button>
        )}
        {failed.length > 0 && (
          <Button icon="retry" onPress={() => void start(run.task, rowsOf(failed), 'again')}>
            {text('bulk-retry', { count: failed.length })}
          </Button>
        )}
        {needed.length > 0 && (
          <Button
            variant="primary"
            icon="approvals"
            unavailableReason={online ? undefined : problem({ code: 'offline' })}
            onPress={() => void start(run.task, rowsOf(needed), 'ask')}
          >
            {text('bulk-ask', { count: needed.length })}
          </Button>
        )}
        <Button variant={needed.length > 0 ? 'quiet' : 'primary'} onPress={close}>
          {text('users-close')}
        </Button>
      </>
    )
  }

  function unavailableReason(): string | undefined {
    if (!online) {
      return problem({ code: 'offline' })
    }
    if (task === null) {
      return text('bulk-choose-role')
    }
    if (task.kind === 'set_scope' && !isComplete(task.choice)) {
      return text('scope-change-choose')
    }
    return count === 0 ? text('bulk-nobody') : undefined
  }
}

/** What is to be done before anything is chosen. */
function firstTask(wanted: Wanted): BulkTask | null {
  if (wanted === 'add_role' || wanted === 'remove_role') {
    return null
  }
  return wanted === 'set_scope'
    ? { kind: wanted, choice: { kind: 'only', locations: [], groups: [] } }
    : { kind: wanted }
}
