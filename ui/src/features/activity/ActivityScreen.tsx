import { useState } from 'react'
import { changeText, originText, sentenceOf } from '../../app/activity/sentences'
import { SavedFile } from '../../app/SavedFile'
import { useMembership } from '../../app/session'
import { Button, type DataColumn, DataTable, EmptyState, ErrorState } from '../../components'
import { type AuditEntry, IpcFailure } from '../../ipc/client'
import { useL10n, useNow } from '../../l10n'
import styles from './ActivityScreen.module.css'
import { ALL_ACTIONS } from './actions'
import { EntryPanel } from './EntryPanel'
import { ExportMenu, useExport } from './ExportMenu'
import { FilterBar } from './FilterBar'
import { useActivitySearch } from './search'
import { useActivity } from './useActivity'
import { Verification } from './Verification'

/** Who did what, when and from where; what it was before and is now. */
export function ActivityScreen() {
  const l10n = useL10n()
  const { text, problem } = l10n
  const now = useNow()
  const customerId = useMembership().customer.id
  const [search, setSearch] = useActivitySearch()
  const list = useActivity(customerId, search, now)
  const file = useExport(customerId, list.filter)
  const [open, setOpen] = useState<AuditEntry | null>(null)
  const isNarrowed = Object.keys(search).length > 0
  const columns: DataColumn<AuditEntry>[] = [
    {
      id: 'what',
      title: text('activity-what'),
      rowHeader: true,
      width: '2.4fr',
      minWidth: 180,
      cell: (entry) => <What entry={entry} />,
    },
    {
      id: 'when',
      title: text('activity-when'),
      width: '1fr',
      minWidth: 110,
      cell: ({ at }) => (
        <time dateTime={at} title={l10n.dateTime(at)}>
          {l10n.relative(at, now)}
        </time>
      ),
    },
    {
      id: 'where',
      title: text('activity-where'),
      width: '1.2fr',
      hideBelow: 720,
      cell: (entry) => <bdi>{originText(entry)}</bdi>,
    },
  ]
  return (
    <div className={styles.screen}>
      <div className={styles.main}>
        <header className={styles.header}>
          <h1>{text('screen-activity')}</h1>
          <span className={styles.gap} />
          <ExportMenu busy={file.busy} onSave={(format) => void file.save(format)} />
        </header>
        <Verification customerId={customerId} />
        {file.saved !== null && <SavedFile name={file.saved} />}
        <FilterBar
          customerId={customerId}
          actions={ALL_ACTIONS}
          search={search}
          onChange={setSearch}
        />
        <div className={styles.table} aria-busy={list.state === 'loading'}>
          <DataTable
            label={text('screen-activity')}
            columns={columns}
            items={list.items}
            itemKey={({ id }) => id}
            itemName={(entry) => sentenceOf(l10n, entry)}
            listKey={list.key}
            state={list.state}
            empty={
              <EmptyState
                icon={isNarrowed ? 'search' : 'activity'}
                title={text(isNarrowed ? 'activity-none-found' : 'activity-none')}
                action={
                  isNarrowed && (
                    <Button onPress={() => setSearch({})}>
                      {text('activity-show-everything')}
                    </Button>
                  )
                }
              >
                {text(isNarrowed ? 'activity-none-found-hint' : 'activity-none-hint')}
              </EmptyState>
            }
            failed={
              <ErrorState
                title={text('activity-failed')}
                action={
                  <Button icon="retry" onPress={list.retry}>
                    {text('users-retry')}
                  </Button>
                }
              >
                {problem(IpcFailure.from(list.error))}
              </ErrorState>
            }
            onOpen={(id) => setOpen(list.items.find((entry) => entry.id === id) ?? null)}
            openKey={open?.id ?? null}
            onNearStart={list.onNearStart}
            onNearEnd={list.onNearEnd}
          />
        </div>
      </div>
      {open && <EntryPanel entry={open} onClose={() => setOpen(null)} />}
    </div>
  )
}

function What({ entry }: { entry: AuditEntry }) {
  const l10n = useL10n()
  const changes = entry.changes.map((change) => changeText(l10n, change)).join(' · ')
  return (
    <span className={styles.what}>
      <span className={styles.line}>{sentenceOf(l10n, entry)}</span>
      {changes !== '' && (
        <span className={`${styles.line} ${styles.quiet}`} title={changes}>
          {changes}
        </span>
      )}
    </span>
  )
}
