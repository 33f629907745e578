import { useState } from 'react'
import { Banner, Button, MenuButton, MenuItem, toast } from '../../components'
import { type AuditQuery, backend, type ExportFormat, IpcFailure } from '../../ipc/client'
import { useL10n } from '../../l10n'

/** Saves what the list shows as a file. */
export function useExport(customerId: string, filter: Omit<AuditQuery, 'cursor' | 'limit'>) {
  const { problem } = useL10n()
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState<string | null>(null)
  const save = async (format: ExportFormat) => {
    setBusy(true)
    setSaved(null)
    try {
      setSaved(await backend.exportAuditEvents(customerId, { ...filter, format }))
    } catch (thrown) {
      toast({ tone: 'danger', title: problem(IpcFailure.from(thrown)) })
    }
    setBusy(false)
  }
  return { busy, saved, save }
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

/** Where the file is. */
export function Saved({ name }: { name: string }) {
  const { text, problem } = useL10n()
  const show = () =>
    backend
      .showDownloads()
      .catch((thrown: unknown) =>
        toast({ tone: 'danger', title: problem(IpcFailure.from(thrown)) }),
      )
  return (
    <Banner
      tone="positive"
      live
      action={
        <Button size="small" icon="folder" onPress={() => void show()}>
          {text('activity-show-folder')}
        </Button>
      }
    >
      {text('activity-saved', { name })}
    </Banner>
  )
}
