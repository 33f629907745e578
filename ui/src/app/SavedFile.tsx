import { useState } from 'react'
import { Banner, Button, toast } from '../components'
import { backend, IpcFailure } from '../ipc/client'
import { useL10n } from '../l10n'

/** Saves a file among the person's downloads, and knows what it is called. */
export function useSavedFile() {
  const { problem } = useL10n()
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState<string | null>(null)
  const save = async (write: () => Promise<string>) => {
    setBusy(true)
    setSaved(null)
    try {
      setSaved(await write())
    } catch (thrown) {
      toast({ tone: 'danger', title: problem(IpcFailure.from(thrown)) })
    }
    setBusy(false)
  }
  return { busy, saved, save }
}

/** Where a saved file is. */
export function SavedFile({ name }: { name: string }) {
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
