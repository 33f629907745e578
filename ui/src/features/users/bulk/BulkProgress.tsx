import { useState } from 'react'
import { criticalRights } from '../../../app/approvals'
import { SavedFile, useSavedFile } from '../../../app/SavedFile'
import { Banner, Button } from '../../../components'
import { ProgressBar } from '../../../components/ProgressBar/ProgressBar'
import { backend } from '../../../ipc/client'
import { useL10n } from '../../../l10n'
import { personName } from '../names'
import styles from './BulkDialog.module.css'
import { BulkResults } from './BulkResults'
import type { Outcome } from './runBulk'
import type { BulkRun } from './useBulk'

const SHOWN = ['all', 'failed', 'asked', 'done'] as const
type Shown = (typeof SHOWN)[number]

/** How far a run is, what became of each user, and what went wrong as a file. */
export function BulkProgress({ run }: { run: BulkRun }) {
  const l10n = useL10n()
  const { text, number, problem } = l10n
  const [shown, setShown] = useState<Shown>('all')
  const file = useSavedFile()
  const { outcomes, total, phase } = run
  const of = (kind: Shown) => outcomes.filter((each) => kind === 'all' || each.kind === kind)
  const failed = outcomes.filter((each): each is Failed => each.kind === 'failed')
  const needed = failed.find(({ failure }) => failure.code === 'approval_required')
  const mixed = failed.length > 0 && failed.length < outcomes.length
  const running = phase === 'running'
  const save = () =>
    file.save(() => backend.saveTable([headings(), ...failed.map((outcome) => line(outcome))]))

  return (
    <>
      <ProgressBar
        label={text(running ? 'bulk-running' : 'bulk-finished')}
        valueText={text('bulk-progress', { done: number(outcomes.length), total: number(total) })}
        value={outcomes.length}
        max={total}
      />
      {!running && (
        <div className={styles.choices}>
          {mixed &&
            SHOWN.filter((kind) => kind !== 'asked' || of(kind).length > 0).map((kind) => (
              <Button
                key={kind}
                size="small"
                variant={kind === shown ? 'secondary' : 'quiet'}
                aria-pressed={kind === shown}
                onPress={() => setShown(kind)}
              >
                {text('life-count', {
                  name: text(`bulk-shown-${kind}`),
                  count: number(of(kind).length),
                })}
              </Button>
            ))}
          {failed.length > 0 && (
            <Button
              size="small"
              variant="quiet"
              icon="download"
              busy={file.busy}
              onPress={() => void save()}
            >
              {text('bulk-save-errors', { count: failed.length })}
            </Button>
          )}
        </div>
      )}
      {!running && needed && (
        <Banner tone="info" title={text('approval-title')}>
          {text('approval-rights', { rights: criticalRights(l10n, needed.failure) })}{' '}
          {text('bulk-approval')}
        </Banner>
      )}
      {file.saved !== null && <SavedFile name={file.saved} />}
      {/* A thousand lines are drawn once, at the end; what fails is told at once. */}
      <BulkResults outcomes={running ? failed : of(mixed ? shown : 'all')} />
    </>
  )

  function headings(): string[] {
    return ['name', 'sign-in-name', 'why', 'code'].map((column) => text(`bulk-file-${column}`))
  }

  function line({ row, failure }: Failed): string[] {
    return [personName(row), row.sign_in_name, problem(failure), failure.code]
  }
}

type Failed = Extract<Outcome, { kind: 'failed' }>
