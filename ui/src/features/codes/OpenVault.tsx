import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { onCodesWanted } from '../../app/errands/codesWanted'
import { usePreferences } from '../../app/preferences'
import { takeWhatWasTyped } from '../../app/typedAhead'
import { LINK_KEY, useKeepOpen, useLinkWaits, VAULT_KEY } from '../../app/vault'
import { vaultAhead } from '../../app/vaultAhead'
import {
  Button,
  EmptyState,
  ErrorState,
  IconButton,
  MenuButton,
  MenuItem,
  SearchField,
  Skeleton,
  toast,
} from '../../components'
import { backend, IpcFailure, type VaultEntry, type VaultView } from '../../ipc/client'
import { useL10n } from '../../l10n'
import { AddDialog } from './AddDialog'
import { BackupDialog } from './BackupDialog'
import { CodeBoard } from './board'
import { ClockNote } from './ClockNote'
import { CodeList, type RowAction } from './CodeList'
import styles from './Codes.module.css'
import { EditDialog } from './EditDialog'
import { Import } from './import/Import'
import type { ImportFrom } from './import/useImport'
import { found, nameOf, searchable } from './names'
import { RemoveDialog } from './RemoveDialog'
import { Settings } from './Settings'
import { BoardContext } from './useCode'

const ENTRIES_KEY = [...VAULT_KEY, 'entries'] as const

/** The accounts of an open vault with their codes. */
export function OpenVault({
  vault,
  onLocked,
  onKeys,
}: {
  vault: VaultView
  onLocked: (view: VaultView) => void
  /** Shows where keys are kept. */
  onKeys: () => void
}) {
  const { text, problem, number } = useL10n()
  const { preferences } = usePreferences()
  const queries = useQueryClient()
  const [byUse, setByUse] = useState(false)
  const [typed, setTyped] = useState(takeWhatWasTyped)
  const [backingUp, setBackingUp] = useState(false)
  const [adding, setAdding] = useState(false)
  const [importing, setImporting] = useState<{ from: ImportFrom | null; turn: number } | null>(null)
  const bringIn = (from: ImportFrom | null) =>
    setImporting((before) => ({ from, turn: (before?.turn ?? 0) + 1 }))
  const [chosen, setChosen] = useState<{ action: RowAction; entry: VaultEntry } | null>(null)
  const [spent, setSpent] = useState<{ id: string; code: string } | null>(null)
  const fail = (thrown: unknown) => {
    const failure = IpcFailure.from(thrown)
    if (failure.code === 'vault_locked') {
      void queries.invalidateQueries({ queryKey: VAULT_KEY })
    }
    toast({ tone: 'danger', title: problem(failure) })
  }
  const [board] = useState(() => new CodeBoard(fail, vaultAhead()?.codes))
  const { data, error, refetch } = useQuery({
    queryKey: [...ENTRIES_KEY, byUse],
    queryFn: () => backend.listVaultEntries(byUse),
    // Drawn at once, and asked again.
    initialData: () => (byUse ? undefined : vaultAhead()?.entries),
    initialDataUpdatedAt: 0,
    networkMode: 'always',
    // Locked, nothing of it stays behind.
    gcTime: 0,
  })
  useKeepOpen()
  useEffect(
    () =>
      backend.onFileDropped(() =>
        setImporting((before) => ({ from: 'dropped', turn: (before?.turn ?? 0) + 1 })),
      ),
    [],
  )
  const linkWaits = useLinkWaits()
  useEffect(() => {
    if (linkWaits) {
      queries.setQueryData(LINK_KEY, false)
      setImporting((before) => ({ from: 'link', turn: (before?.turn ?? 0) + 1 }))
    }
  }, [linkWaits, queries])
  // Whoever comes by a shortcut types at once: a field that is made anew takes the focus.
  const [arrival, setArrival] = useState(0)
  useEffect(() => onCodesWanted(() => setArrival((before) => before + 1)), [])
  const rows = found(searchable(data ?? []), typed)
  const changed = () => queries.invalidateQueries({ queryKey: ENTRIES_KEY })
  const name = (entry: VaultEntry) => nameOf(entry, text('codes-unnamed'))

  const take = async (id: string) => {
    const entry = rows.find((each) => each.id === id)
    if (!entry) {
      return
    }
    try {
      const taken = await backend.takeCode(id)
      if (taken.counted !== null) {
        setSpent({ id, code: taken.counted })
      }
      toast(
        taken.copied
          ? {
              tone: 'positive',
              title: text('codes-copied', { name: name(entry) }),
              description: text('codes-copied-clears', { seconds: taken.clears_in_seconds }),
            }
          : { tone: 'danger', title: problem({ code: 'clipboard_failed' }) },
      )
    } catch (thrown) {
      fail(thrown)
    }
  }

  const act = (action: RowAction, entry: VaultEntry) => {
    if (action !== 'pin') {
      setChosen({ action, entry })
      return
    }
    const { issuer, name, tags, pinned } = entry
    backend
      .changeVaultEntry(entry.id, { issuer, name, tags, pinned: !pinned })
      .then(changed)
      .catch(fail)
  }

  const add = (
    <Button variant="primary" icon="add" onPress={() => setAdding(true)}>
      {text('codes-add')}
    </Button>
  )

  const first = (
    <div className={styles.buttons}>
      {add}
      <Button icon="import" onPress={() => bringIn(null)}>
        {text('import-title')}
      </Button>
    </div>
  )

  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        <h1>{text('screen-codes')}</h1>
        {data && data.length > 0 && (
          <span className={styles.count}>
            {text('codes-count', { count: number(data.length) })}
          </span>
        )}
        <span className={styles.gap} />
        <MenuButton
          label={text('codes-tools')}
          placement="bottom end"
          trigger={<IconButton icon="more" label={text('codes-tools')} />}
          onAction={(id) => {
            if (id === 'import') {
              bringIn(null)
            } else if (id === 'backup') {
              setBackingUp(true)
            } else {
              onKeys()
            }
          }}
        >
          <MenuItem id="import" icon="import">
            {text('import-title')}
          </MenuItem>
          <MenuItem
            id="backup"
            icon="download"
            unavailableReason={data?.length === 0 ? text('codes-backup-empty') : undefined}
          >
            {text('codes-backup')}
          </MenuItem>
          <MenuItem id="keys" icon="key">
            {text('keys-title')}
          </MenuItem>
        </MenuButton>
        <Settings byUse={byUse} onByUse={setByUse} />
        <Button icon="locked" onPress={() => void backend.lockVault().then(onLocked).catch(fail)}>
          {text('codes-lock')}
        </Button>
        {add}
      </header>
      <ClockNote />
      {data && data.length > 0 && (
        <SearchField
          key={arrival}
          label={text('codes-search-label')}
          placeholder={text('codes-search-placeholder')}
          clearLabel={text('codes-search-clear')}
          value={typed}
          onChange={setTyped}
          autoFocus
          onSubmit={() => {
            const [first] = rows
            if (first && typed.trim() !== '') {
              void take(first.id)
            }
          }}
        />
      )}
      {error ? (
        <ErrorState
          title={text('codes-failed')}
          action={<Button onPress={() => void refetch()}>{text('shell-try-again')}</Button>}
        >
          {problem(IpcFailure.from(error))}
        </ErrorState>
      ) : !data ? (
        <div className={styles.waiting} aria-busy="true">
          <Skeleton height="4rem" />
          <Skeleton height="4rem" />
          <Skeleton height="4rem" />
        </div>
      ) : data.length === 0 ? (
        <EmptyState icon="authenticator" title={text('codes-empty')} action={first}>
          {text('codes-empty-body')}
        </EmptyState>
      ) : (
        <BoardContext value={board}>
          <CodeList
            entries={rows}
            typed={typed}
            hide={preferences.hide_codes ?? false}
            spent={spent}
            onTake={(id) => void take(id)}
            onAction={act}
          />
        </BoardContext>
      )}
      {backingUp && <BackupDialog vault={vault} onClose={() => setBackingUp(false)} />}
      {adding && (
        <AddDialog onAdded={changed} onImport={bringIn} onClose={() => setAdding(false)} />
      )}
      {importing && (
        <Import
          key={importing.turn}
          begin={importing.from}
          onAdded={changed}
          onClose={() => setImporting(null)}
        />
      )}
      {chosen?.action === 'edit' && (
        <EditDialog entry={chosen.entry} onChanged={changed} onClose={() => setChosen(null)} />
      )}
      {chosen?.action === 'remove' && (
        <RemoveDialog entry={chosen.entry} onRemoved={changed} onClose={() => setChosen(null)} />
      )}
    </div>
  )
}
