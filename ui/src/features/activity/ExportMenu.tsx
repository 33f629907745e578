import { useSavedFile } from '../../app/SavedFile'
import { Button, MenuButton, MenuItem } from '../../components'
import { type AuditQuery, backend, type ExportFormat } from '../../ipc/client'
import { useL10n } from '../../l10n'

/** Saves what the list shows as a file. */
export function useExport(customerId: string, filter: Omit<AuditQuery, 'cursor' | 'limit'>) {
  const { busy, saved, save } = useSavedFile()
  return {
    busy,
    saved,
    save: (format: ExportFormat) =>
      save(() => backend.exportAuditEvents(customerId, { ...filter, format })),
  }
}

export function ExportMenu({
  busy,
  onSave,
}: {
  busy: boolean
  onSave: (format: ExportFormat) => void
}) {
  const { text } = useL10n()
  return (
    <MenuButton
      label={text('activity-export')}
      placement="bottom end"
      onAction={(format) => onSave(format as ExportFormat)}
      trigger={
        <Button icon="download" busy={busy} opens>
          {text('activity-export')}
        </Button>
      }
    >
      <MenuItem id="csv">{text('activity-export-csv')}</MenuItem>
      <MenuItem id="json">{text('activity-export-json')}</MenuItem>
    </MenuButton>
  )
}
